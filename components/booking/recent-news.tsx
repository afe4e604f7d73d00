import {
  Ban,
  BellRing,
  CalendarCheck,
  CalendarClock,
  CalendarHeart,
  CalendarX,
  Check,
  CalendarPlus,
  CircleDashed,
  Clock,
  CreditCard,
  type LucideIcon,
  RotateCcw,
  TimerOff,
  Undo2,
  X,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { Card, CardHead } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Timeline, TimelineStep } from '@/components/ui/timeline';
import type { NewsItem } from '@/lib/booking/news-loaders';
import type { Href } from '@/lib/i18n/page-path';

export type NewsLook = { icon: LucideIcon; tone?: 'done' | 'waiting' | 'wrong' };

const looks: Record<NewsItem['news'], NewsLook> = {
  requested: { icon: Clock, tone: 'waiting' },
  proposed: { icon: CalendarPlus, tone: 'waiting' },
  proposalDeclined: { icon: CalendarX, tone: 'wrong' },
  proposalWithdrawn: { icon: Undo2 },
  proposalLapsed: { icon: TimerOff },
  accepted: { icon: CalendarCheck, tone: 'done' },
  rejected: { icon: Ban, tone: 'wrong' },
  unanswered: { icon: TimerOff },
  withdrawn: { icon: Undo2 },
  rescheduleProposed: { icon: CalendarClock, tone: 'waiting' },
  rescheduled: { icon: CalendarCheck, tone: 'done' },
  rescheduleDeclined: { icon: CalendarX },
  rescheduleWithdrawn: { icon: Undo2 },
  rescheduleLapsed: { icon: TimerOff },
  cancelledByClient: { icon: X },
  cancelledByProvider: { icon: X },
  contractWithdrawn: { icon: Undo2 },
  completed: { icon: Check, tone: 'done' },
  missed: { icon: CircleDashed, tone: 'wrong' },
  providerNeverCame: { icon: RotateCcw },
  notHeld: { icon: RotateCcw },
  correctedToCompleted: { icon: Check, tone: 'done' },
  correctedToMissed: { icon: CircleDashed, tone: 'wrong' },
  reminder24: { icon: BellRing, tone: 'waiting' },
  reminder1: { icon: BellRing, tone: 'waiting' },
  waitingOffer: { icon: CalendarHeart, tone: 'waiting' },
  paymentReturned: { icon: RotateCcw },
  paymentLost: { icon: CreditCard, tone: 'wrong' },
  paymentDue: { icon: CreditCard, tone: 'waiting' },
  cancelledUnpaid: { icon: CreditCard, tone: 'wrong' },
};

/** A piece of news as it is written down: what it is about is the way to it. */
export type NewsLine = { id: string; at: Date; look: NewsLook; heading: string; page: Href; about: string };

type RecentNewsProps = {
  items: readonly NewsItem[];
  /** News of another kind, shown among them. */
  others?: readonly NewsLine[];
  party: 'client' | 'provider';
  zone: string;
};

const mostLines = 6;

/** What happened lately, each line the way to its booking; the words are the headings of the mails. */
export function RecentNews({ items, others = [], party, zone }: RecentNewsProps) {
  const t = useTranslations('emails.booking');
  const tNews = useTranslations('appointments.news');
  const href = useHref();
  const own = party === 'client' ? '/appointments/[bookingId]' : '/practice/appointments/[bookingId]';
  // What is only held has no page but the summary.
  const pageOf = (news: NewsItem['news']) => (news === 'waitingOffer' ? '/checkout/[bookingId]' : own);
  const mine = items.map(
    ({ id, news, bookingId, otherName, at }): NewsLine => ({
      id,
      at,
      look: looks[news],
      heading: t(`${news}.${party}.heading`),
      page: { pathname: pageOf(news), params: { bookingId } },
      about: otherName,
    }),
  );
  const lines = [...mine, ...others].toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, mostLines);
  return (
    <Card>
      <CardHead heading={tNews('heading')} />
      <div className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        {lines.length === 0 ? (
          <p className="text-sm text-ink-3">{tNews('empty')}</p>
        ) : (
          <Timeline>
            {lines.map(({ id, at, look, heading, page, about }) => (
              <TimelineStep
                key={id}
                {...look}
                heading={
                  <a href={href(page)} className="hover:text-accent-ink">
                    {heading}
                  </a>
                }
              >
                {about}, <Instant at={at} zone={zone} />
              </TimelineStep>
            ))}
          </Timeline>
        )}
      </div>
    </Card>
  );
}
