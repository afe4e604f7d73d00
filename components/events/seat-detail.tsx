import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { StatusChip } from '@/components/ui/chip';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import { Facts } from '@/components/ui/table';
import { CHECK_IN_OPENS_MINUTES } from '@/lib/booking/rules/outcome';
import type { seatStatus } from '@/lib/events/seats/view-for-client';
import type { SeatState, SeatView } from '@/lib/events/types';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { addMinutes } from '@/lib/shared/time';
import { closingOf } from './seat-closing';

export type SeatDetailView = {
  seat: SeatView;
  state: SeatState;
  status: NonNullable<ReturnType<typeof seatStatus>>;
  seller: { name: string; addressLines: readonly string[] };
  zone: string;
};

/** What became of the seat, in words. */
function useClosing({ seat, state }: SeatDetailView): string | null {
  const t = useTranslations('seats.closed');
  const closing = closingOf(seat, state);
  return closing && t(closing);
}

function useMoney({ state: { price, paid, refunded } }: SeatDetailView) {
  const t = useTranslations('appointments.detail');
  if (price.amount === 0) return [{ term: t('price'), value: t('free') }];
  return [
    { term: t('price'), value: <Money value={price} /> },
    { term: t('paid'), value: <Money value={paid} /> },
    ...(refunded.amount > 0 ? [{ term: t('refunded'), value: <Money value={refunded} /> }] : []),
  ];
}

/** When the room opens, until when one can change one's mind, and how it gets into a calendar. */
function Next({ view }: { view: SeatDetailView }) {
  const t = useTranslations('appointments.detail');
  const tSeat = useTranslations('seats.detail');
  const locale = useLocale();
  const { seat, state, zone } = view;
  const written = (at: Date) => formatZoned(at, { locale, zone });
  const opensAt = addMinutes(seat.event.startsAt, -CHECK_IN_OPENS_MINUTES);
  return (
    <div className="grid gap-2 text-sm text-ink-2">
      {!state.canEnter && <p>{t('entry', { date: written(opensAt) })}</p>}
      {state.cancelTerms === 'free' && seat.freeCancelUntil && (
        <p>{t('freeUntil', { date: written(seat.freeCancelUntil) })}</p>
      )}
      {(state.cancelTerms === 'late' || state.cancelTerms === 'never') && <p>{t('noFree')}</p>}
      <p>
        {tSeat('calendar')}{' '}
        <PageLink to="/settings" className="link">
          {tSeat('toCalendar')}
        </PageLink>
      </p>
    </div>
  );
}

/** Where a seat stands: its state in words, the money, the deadline, and why it ended. */
export function SeatDetail({ view }: { view: SeatDetailView }) {
  const t = useTranslations('appointments.detail');
  const tStatus = useTranslations('seats.status');
  const locale = useLocale();
  const { state, status, seller } = view;
  const closing = useClosing(view);
  const money = useMoney(view);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <StatusChip status={status.mark}>{tStatus(status.name)}</StatusChip>
        {closing && <span className="text-sm text-ink-2">{closing}</span>}
      </div>
      {state.returning.amount > 0 && (
        <Banner>{t('returning', { amount: formatMoney(state.returning, locale) })}</Banner>
      )}
      <Facts
        facts={[...money, { term: t('seller'), value: [seller.name, ...seller.addressLines].join(', ') }]}
      />
      {state.canCancel && <Next view={view} />}
    </div>
  );
}
