import { CalendarCheck, Check, CircleAlert, CreditCard, Hourglass, Mail } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Outcome, WaitChip, Ways } from '@/components/booking/result-page';
import { BookingGrid, SummaryCard } from '@/components/booking/summary-card';
import type { BookingView } from '@/components/booking/types';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import { StatusChip } from '@/components/ui/chip';
import { Instant } from '@/components/ui/instant';
import { formatMoney } from '@/components/ui/money-format';
import { Timeline, TimelineStep } from '@/components/ui/timeline';

export type SeatResultView = { seatId: string; eventId: string; seat: BookingView } & (
  | { kind: 'booked'; bookedAt: Date }
  /** The payment service has not reported yet; the page asks again by itself. */
  | { kind: 'processing' }
  /** Left without paying while the hold lasts. */
  | { kind: 'unpaid'; heldUntil: Date }
  /** Paid after the hold, and no seat was left: the money goes back. */
  | { kind: 'tooLate' }
);

type Kind<Name extends SeatResultView['kind']> = Extract<SeatResultView, { kind: Name }>;

function Booked({ view }: { view: Kind<'booked'> }) {
  const t = useTranslations('seats.result');
  const tStatus = useTranslations('seats.status');
  const href = useHref();
  const { seat, seatId } = view;
  const zone = seat.clientZone;
  return (
    <Outcome
      chip={<StatusChip status="accepted">{tStatus('booked')}</StatusChip>}
      heading={t('booked.heading')}
      lede={t.rich('booked.lede', {
        name: seat.advisor.name,
        date: () => <Instant at={seat.start} zone={zone} showZone="name" />,
      })}
    >
      <Timeline>
        <TimelineStep icon={Check} tone="done" heading={t('booked.done')}>
          <Instant at={view.bookedAt} zone={zone} showZone="name" />
        </TimelineStep>
        <TimelineStep icon={Mail} tone="done" heading={t('booked.mail')}>
          {t('booked.mailText')}
        </TimelineStep>
        <TimelineStep icon={CalendarCheck} heading={t('booked.event')}>
          <Instant at={seat.start} zone={zone} showZone="name" />
        </TimelineStep>
      </Timeline>
      <Ways
        detailHref={href({ pathname: '/seats/[seatId]', params: { seatId } })}
        appointmentsHref={href('/appointments')}
        detail={t('detail')}
      />
    </Outcome>
  );
}

function Unpaid({ view }: { view: Kind<'unpaid'> }) {
  const t = useTranslations('booking.result.unpaid');
  const tSeat = useTranslations('seats.result');
  const locale = useLocale();
  const href = useHref();
  const { seat, seatId } = view;
  return (
    <Outcome
      chip={<WaitChip icon={CreditCard}>{t('chip')}</WaitChip>}
      heading={t('heading')}
      lede={tSeat.rich('unpaidLede', {
        time: () => <Instant at={view.heldUntil} zone={seat.clientZone} style="time" showZone="name" />,
      })}
    >
      <p>
        <ButtonLink href={href({ pathname: '/seats/[seatId]/checkout', params: { seatId } })}>
          {t('pay', { price: formatMoney(seat.price, locale) })}
        </ButtonLink>
      </p>
    </Outcome>
  );
}

function TooLate({ view }: { view: Kind<'tooLate'> }) {
  const t = useTranslations('seats.result.tooLate');
  const locale = useLocale();
  const href = useHref();
  return (
    <Outcome
      chip={<WaitChip icon={CircleAlert}>{t('chip')}</WaitChip>}
      heading={t('heading')}
      lede={t('lede', { price: formatMoney(view.seat.price, locale) })}
    >
      <p>
        <ButtonLink href={href({ pathname: '/events/[eventId]', params: { eventId: view.eventId } })}>
          {t('again')}
        </ButtonLink>
      </p>
    </Outcome>
  );
}

function Processing() {
  const t = useTranslations('booking.result.processing');
  return (
    <Outcome
      chip={<WaitChip icon={Hourglass}>{t('chip')}</WaitChip>}
      heading={t('heading')}
      lede={t('lede')}
    />
  );
}

/** What came of the order of a seat, told by its state and never by the address one returned to. */
export function SeatResult({ view }: { view: SeatResultView }) {
  const t = useTranslations('seats');
  return (
    <BookingGrid
      summary={
        <SummaryCard
          booking={view.seat}
          line={t('line', { minutes: view.seat.durationMinutes })}
          priceTerm={t('seat')}
        />
      }
    >
      {view.kind === 'booked' && <Booked view={view} />}
      {view.kind === 'unpaid' && <Unpaid view={view} />}
      {view.kind === 'tooLate' && <TooLate view={view} />}
      {view.kind === 'processing' && <Processing />}
    </BookingGrid>
  );
}
