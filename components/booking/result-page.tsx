import {
  CalendarCheck,
  Check,
  CircleAlert,
  Clock,
  CreditCard,
  Hourglass,
  type LucideIcon,
  Mail,
  RotateCcw,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Chip, StatusChip } from '@/components/ui/chip';
import { Instant } from '@/components/ui/instant';
import { formatMoney } from '@/components/ui/money-format';
import { heldLook } from '@/components/ui/status';
import { Timeline, TimelineStep } from '@/components/ui/timeline';
import { BookingGrid, SummaryCard } from './summary-card';
import type { BookingView } from './types';

export type ResultView = { booking: BookingView; appointmentsHref: string } & (
  | { kind: 'pending'; requestedAt: Date; answerBy: Date; detailHref: string }
  | { kind: 'accepted'; bookedAt: Date; detailHref: string }
  /** The payment service has not reported yet; the page asks again by itself. */
  | { kind: 'processing' }
  /** Left without paying while the hold lasts. */
  | { kind: 'unpaid'; payHref: string; heldUntil: Date }
  /** Paid after the hold, and the time was gone: the money goes back. */
  | { kind: 'tooLate'; timesHref: string }
);

/** What came of it, in a chip, a heading and a sentence. */
export function Outcome({
  chip,
  heading,
  lede,
  children,
}: {
  chip: ReactNode;
  heading: ReactNode;
  lede: ReactNode;
  children?: ReactNode;
}) {
  return (
    <>
      <div className="grid justify-items-start gap-4">
        {chip}
        <h1 className="font-serif text-h1">{heading}</h1>
        <p className="lede">{lede}</p>
      </div>
      {children}
    </>
  );
}

type Kind<Name extends ResultView['kind']> = Extract<ResultView, { kind: Name }>;

function Pending({ view }: { view: Kind<'pending'> }) {
  const t = useTranslations('booking.result');
  const locale = useLocale();
  const { booking } = view;
  const zone = booking.clientZone;
  const name = booking.advisor.name;
  return (
    <Outcome
      chip={<StatusChip status="pending">{t('pending.chip', { name })}</StatusChip>}
      heading={t('pending.heading')}
      lede={
        booking.price.amount === 0
          ? t('pending.ledeFree', { name })
          : t('pending.lede', { price: formatMoney(booking.price, locale) })
      }
    >
      <Timeline>
        <TimelineStep icon={Check} tone="done" heading={t('pending.sent')}>
          <Instant at={view.requestedAt} zone={zone} showZone="name" />
        </TimelineStep>
        <TimelineStep icon={Clock} tone="waiting" heading={t('pending.answers', { name })}>
          {t.rich('pending.latest', {
            date: () => <Instant at={view.answerBy} zone={zone} showZone="name" />,
          })}
        </TimelineStep>
        <TimelineStep icon={CalendarCheck} heading={t('session')}>
          <Instant at={booking.start} zone={zone} showZone="name" />
        </TimelineStep>
      </Timeline>
      <Ways detailHref={view.detailHref} appointmentsHref={view.appointmentsHref} />
    </Outcome>
  );
}

function Accepted({ view }: { view: Kind<'accepted'> }) {
  const t = useTranslations('booking.result');
  const { booking } = view;
  const zone = booking.clientZone;
  return (
    <Outcome
      chip={<StatusChip status="accepted" />}
      heading={t('accepted.heading')}
      lede={t.rich('accepted.lede', {
        name: booking.advisor.name,
        date: () => <Instant at={booking.start} zone={zone} showZone="name" />,
      })}
    >
      <Timeline>
        <TimelineStep icon={Check} tone="done" heading={t('accepted.booked')}>
          <Instant at={view.bookedAt} zone={zone} showZone="name" />
        </TimelineStep>
        <TimelineStep icon={Mail} tone="done" heading={t('accepted.mail')}>
          {t('accepted.mailText')}
        </TimelineStep>
        <TimelineStep icon={CalendarCheck} heading={t('session')}>
          <Instant at={booking.start} zone={zone} showZone="name" />
        </TimelineStep>
      </Timeline>
      <Ways detailHref={view.detailHref} appointmentsHref={view.appointmentsHref} />
    </Outcome>
  );
}

type WaysProps = { detailHref: string; appointmentsHref: string; detail?: string };

/** On to what was booked, or to everything. */
export function Ways({ detailHref, appointmentsHref, detail }: WaysProps) {
  const t = useTranslations('booking.result');
  return (
    <p className="flex flex-wrap gap-3">
      <ButtonLink href={detailHref}>{detail ?? t('detail')}</ButtonLink>
      <ButtonLink href={appointmentsHref} variant="secondary">
        {t('appointments')}
      </ButtonLink>
    </p>
  );
}

/** For what is not settled. */
export function WaitChip({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <Chip icon={icon} className={heldLook.className}>
      {children}
    </Chip>
  );
}

function Main({ view }: { view: ResultView }) {
  const t = useTranslations('booking.result');
  const locale = useLocale();
  const price = formatMoney(view.booking.price, locale);
  if (view.kind === 'pending') return <Pending view={view} />;
  if (view.kind === 'accepted') return <Accepted view={view} />;
  if (view.kind === 'processing') {
    return (
      <Outcome
        chip={<WaitChip icon={Hourglass}>{t('processing.chip')}</WaitChip>}
        heading={t('processing.heading')}
        lede={t('processing.lede')}
      />
    );
  }
  if (view.kind === 'unpaid') {
    return (
      <Outcome
        chip={<WaitChip icon={CreditCard}>{t('unpaid.chip')}</WaitChip>}
        heading={t('unpaid.heading')}
        lede={t.rich('unpaid.lede', {
          time: () => (
            <Instant at={view.heldUntil} zone={view.booking.clientZone} style="time" showZone="name" />
          ),
        })}
      >
        <p>
          <ButtonLink href={view.payHref}>{t('unpaid.pay', { price })}</ButtonLink>
        </p>
      </Outcome>
    );
  }
  return (
    <Outcome
      chip={<WaitChip icon={CircleAlert}>{t('tooLate.chip')}</WaitChip>}
      heading={t('tooLate.heading')}
      lede={t('tooLate.lede', { price })}
    >
      <p>
        <ButtonLink href={view.timesHref} icon={RotateCcw}>
          {t('tooLate.again')}
        </ButtonLink>
      </p>
    </Outcome>
  );
}

/** What came of an order, told by the state of the booking and never by the address one returned to. */
export function ResultPage({ view }: { view: ResultView }) {
  return (
    <BookingGrid summary={<SummaryCard booking={view.booking} />}>
      <Main view={view} />
    </BookingGrid>
  );
}
