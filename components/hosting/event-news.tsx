import {
  BellRing,
  CalendarCheck,
  CalendarX,
  CircleDashed,
  type LucideIcon,
  Undo2,
  UsersRound,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Timeline, TimelineStep } from '@/components/ui/timeline';
import type { EventNewsItem } from '@/lib/events/loaders';
import { useEventTitle } from './event-list';

type Look = { icon: LucideIcon; tone?: 'done' | 'waiting' | 'wrong' };

/** What the provider's side hears of events. */
const looks = {
  seatBooked: { icon: CalendarCheck, tone: 'done' },
  seatCancelled: { icon: Undo2 },
  seatCancelledLate: { icon: Undo2 },
  cancelled: { icon: CalendarX, tone: 'wrong' },
  belowMinimum: { icon: UsersRound, tone: 'wrong' },
  hostAbsent: { icon: CircleDashed, tone: 'wrong' },
  reminder24: { icon: BellRing, tone: 'waiting' },
  reminder1: { icon: BellRing, tone: 'waiting' },
} as const satisfies Partial<Record<EventNewsItem['news'], Look>>;
type HeardNews = keyof typeof looks;

const most = 4;

const isHeard = (item: EventNewsItem): item is EventNewsItem & { news: HeardNews } => item.news in looks;

/** What happened lately to the events of a practice; nothing when nothing did. The words are the headings of the mails. */
export function EventNews({ items, zone }: { items: readonly EventNewsItem[]; zone: string }) {
  const t = useTranslations('emails.event');
  const hosting = useTranslations('hosting');
  const titleOf = useEventTitle();
  const heard = items.filter(isHeard).slice(0, most);
  if (heard.length === 0) return null;
  return (
    <Card>
      <CardHead heading={hosting('news')} />
      <div className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        <Timeline>
          {heard.map(({ id, news, eventId, at, ...event }) => (
            <TimelineStep
              key={id}
              {...looks[news]}
              heading={
                <PageLink
                  to={{ pathname: '/practice/events/[eventId]', params: { eventId } }}
                  className="hover:text-accent-ink"
                >
                  {t(`${news}.provider.heading`)}
                </PageLink>
              }
            >
              {titleOf(event)}, <Instant at={at} zone={zone} />
            </TimelineStep>
          ))}
        </Timeline>
      </div>
    </Card>
  );
}
