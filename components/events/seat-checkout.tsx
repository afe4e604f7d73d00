import { LockKeyhole } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { EarlyStart } from '@/components/booking/early-start';
import { Held } from '@/components/booking/held';
import { Seller } from '@/components/booking/seller';
import { BookingGrid, PaidAfter, SummaryCard } from '@/components/booking/summary-card';
import type { BookingView } from '@/components/booking/types';
import { Banner } from '@/components/ui/banner';
import { Icon } from '@/components/ui/icon';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import type { OrderWithdrawal } from '@/lib/booking/rules/withdrawal';
import { abandonSeatAction, extendSeatAction, orderSeatAction } from '@/lib/events/actions';
import { SeatPolicy } from './seat-choice';

export type SeatCheckoutView = {
  seatId: string;
  seat: BookingView;
  minimumSeats: number;
  heldUntil: Date;
  now: Date;
  isExtendable: boolean;
  eventHref: string;
  /** The right of withdrawal of an order of now. */
  withdrawal: OrderWithdrawal | null;
  /** A sentence about what went wrong at the last try. */
  error?: string;
};

/** The button says what happens and what it costs. */
function Order({ seat }: { seat: BookingView }) {
  const t = useTranslations('seats.order');
  const locale = useLocale();
  const isFree = seat.price.amount === 0;
  return (
    <div className="grid gap-2">
      <SubmitButton size="lg" block {...(!isFree && { picture: <Icon of={LockKeyhole} /> })}>
        {isFree ? t('free') : t('pay', { price: formatMoney(seat.price, locale) })}
      </SubmitButton>
      {!isFree && <p className="text-center text-sm text-balance text-ink-3">{t('note')}</p>}
    </div>
  );
}

function useHoldWords() {
  const t = useTranslations('seats.hold');
  return {
    held: t('held'),
    fiveMinutes: t('fiveMinutes'),
    oneMinute: t('oneMinute'),
    over: t('over'),
    overText: t('overText'),
    again: t('again'),
    extend: t('extend'),
    release: t('release'),
  };
}

/** The summary of a held seat before it is paid. */
export function SeatCheckout({ view }: { view: SeatCheckoutView }) {
  const t = useTranslations('seats');
  const steps = useTranslations('booking.steps');
  const { seat, seatId, error, minimumSeats } = view;
  const isFree = seat.price.amount === 0;
  const fields = <input type="hidden" name="seatId" value={seatId} />;
  return (
    <BookingGrid
      summaryFirst
      summary={
        <SummaryCard booking={seat} line={t('line', { minutes: seat.durationMinutes })} priceTerm={t('seat')}>
          {!isFree && <PaidAfter>{t('paidAfter')}</PaidAfter>}
        </SummaryCard>
      }
    >
      <h1 className="-mb-5 font-serif text-h1">{isFree ? steps('confirm') : steps('pay')}</h1>
      <Held
        heldUntil={view.heldUntil}
        now={view.now}
        isExtendable={view.isExtendable}
        words={useHoldWords()}
        againHref={view.eventHref}
        extend={extendSeatAction}
        release={abandonSeatAction}
        fields={fields}
      >
        <form action={orderSeatAction} className="grid gap-8">
          {fields}
          {error && (
            <Banner tone="danger" live>
              {error}
            </Banner>
          )}
          <SeatPolicy offer={seat} minimumSeats={minimumSeats} />
          <Seller seller={seat.seller} note={t('sellerNote')} />
          <EarlyStart withdrawal={view.withdrawal} zone={seat.clientZone} />
          <Order seat={seat} />
        </form>
      </Held>
    </BookingGrid>
  );
}
