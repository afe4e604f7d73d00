import { UsersRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { PolicyLadder } from '@/components/booking/policy-ladder';
import { BookingGrid, SummaryCard } from '@/components/booking/summary-card';
import type { BookingView } from '@/components/booking/types';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { takeSeatAction, waitForSeatAction } from '@/lib/events/actions';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import type { ErrorCode } from '@/lib/shared/errors';

export type SeatChoiceView = {
  eventId: string;
  offer: BookingView;
  refusal: ErrorCode | null;
  isWaiting: boolean;
  onSaleFrom: Date | null;
  /** What the event takes. */
  minimumSeats: number;
};

function Back({ eventId }: { eventId: string }) {
  const t = useTranslations('seats.choice');
  return (
    <PageLink
      to={{ pathname: '/events/[eventId]', params: { eventId } }}
      className={buttonStyles({ variant: 'secondary' })}
    >
      {t('back')}
    </PageLink>
  );
}

/** What cancelling costs; nothing where nothing is to pay. */
export function SeatPolicy({ offer, minimumSeats }: Pick<SeatChoiceView, 'offer' | 'minimumSeats'>) {
  const t = useTranslations('booking.policy');
  const tSeat = useTranslations('seats.policy');
  const tPage = useTranslations('events.page');
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      {offer.price.amount === 0 ? (
        <p className="text-sm text-ink-2">{tPage('cancellingFree')}</p>
      ) : (
        <PolicyLadder
          answeredBy={null}
          freeCancelUntil={offer.freeCancelUntil}
          {...(minimumSeats > 1 && { otherwise: tSeat('belowMinimum') })}
          price={offer.price}
          zone={offer.clientZone}
        />
      )}
    </section>
  );
}

function Take({ view }: { view: SeatChoiceView }) {
  const t = useTranslations('seats.choice');
  const isFree = view.offer.price.amount === 0;
  return (
    <ActionForm action={takeSeatAction} className="grid gap-6">
      <input type="hidden" name="eventId" value={view.eventId} />
      {!isFree && <p className="text-ink-2">{t('hold')}</p>}
      <SeatPolicy offer={view.offer} minimumSeats={view.minimumSeats} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{isFree ? t('book') : t('proceed')}</SubmitButton>
        <Back eventId={view.eventId} />
      </div>
    </ActionForm>
  );
}

/** The event is full: one can wait for a seat that becomes free, or does so already. */
function Line({ view: { eventId, isWaiting } }: { view: SeatChoiceView }) {
  const t = useTranslations('seats.choice');
  const tPanel = useTranslations('events.panel');
  const tWaiting = useTranslations('waiting');
  if (isWaiting)
    return (
      <Banner
        action={
          <PageLink
            to={{ pathname: '/appointments', hash: 'waiting' }}
            className={buttonStyles({ variant: 'secondary', size: 'sm' })}
          >
            {tWaiting('toList')}
          </PageLink>
        }
      >
        {t('waiting')}
      </Banner>
    );
  return (
    <ActionForm action={waitForSeatAction} className="grid gap-6">
      <input type="hidden" name="eventId" value={eventId} />
      <Banner tone="line" icon={UsersRound} heading={t('fullHeading')}>
        {t('fullText')}
      </Banner>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{tPanel('join')}</SubmitButton>
        <Back eventId={eventId} />
      </div>
    </ActionForm>
  );
}

function Refused({ view, refusal }: { view: SeatChoiceView; refusal: ErrorCode }) {
  const t = useTranslations('seats.choice');
  const errors = useTranslations('errors');
  const locale = useLocale();
  const { onSaleFrom, eventId, offer } = view;
  const zone = offer.clientZone;
  const from = onSaleFrom && formatInstant(onSaleFrom, { locale, zone, style: 'dateTime' });
  return (
    <Banner tone="warm" action={<Back eventId={eventId} />}>
      {refusal === 'payment.tooFarAhead' && from
        ? t('early', { date: `${from} (${zoneName(zone, locale)})` })
        : errors(refusal)}
    </Banner>
  );
}

/** Before a seat is taken: what it is, what it costs, and the one thing that can be done. */
export function SeatChoice({ view }: { view: SeatChoiceView }) {
  const t = useTranslations('seats');
  const tPanel = useTranslations('events.panel');
  const { offer, refusal } = view;
  return (
    <BookingGrid
      summaryFirst
      summary={
        <SummaryCard
          booking={offer}
          line={t('line', { minutes: offer.durationMinutes })}
          priceTerm={t('seat')}
        />
      }
    >
      <h1 className="font-serif text-h1">{refusal === 'event.full' ? tPanel('join') : t('choice.title')}</h1>
      {refusal === null && <Take view={view} />}
      {refusal === 'event.full' && <Line view={view} />}
      {refusal !== null && refusal !== 'event.full' && <Refused view={view} refusal={refusal} />}
    </BookingGrid>
  );
}
