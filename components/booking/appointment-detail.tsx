import { useLocale, useTranslations } from 'next-intl';
import { NextPayment, type NextPaymentView } from '@/components/payments/next-payment';
import { Banner } from '@/components/ui/banner';
import { StatusChip } from '@/components/ui/chip';
import { Money } from '@/components/ui/money';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import type { BookingStatus } from '@/components/ui/status';
import { Facts } from '@/components/ui/table';
import { formatZoned } from '@/lib/i18n/zoned-time';
import type { CancelTerms } from '@/lib/booking/rules/cancellation';
import { CHECK_IN_OPENS_MINUTES } from '@/lib/booking/rules/outcome';
import { addMinutes } from '@/lib/shared/time';

export type AppointmentDetailView = {
  status: BookingStatus;
  price: MoneyValue;
  paid: MoneyValue;
  refunded: MoneyValue;
  outstanding: MoneyValue;
  /** Held back on the card, taken only when the request is accepted. */
  reserved: MoneyValue;
  /** On its way back. */
  returning: MoneyValue;
  isReservationLifted: boolean;
  /** What happens next to what is outstanding. */
  nextPayment: NextPaymentView;
  start: Date;
  channel: 'video' | 'voice' | 'in_person';
  /** Where one meets in person. */
  place: { lines: readonly string[] } | null;
  seller: { name: string; addressLines: readonly string[] };
  freeCancelUntil: Date | null;
  cancelTerms: CancelTerms;
  answerBy: Date | null;
  /** Of a proposal: until when it can be answered, and what the advisor wrote. */
  proposal: { until: Date; advisor: string; message: string | null } | null;
  closedBy: 'client' | 'provider' | 'system' | 'admin' | null;
  reason: string | null;
  note: string | null;
  zone: string;
  canEnter: boolean;
  /** The advisor said that they did not come. */
  isProviderAbsent: boolean;
  /** In person and over; the advisor may say until `outcome.until` what became of it. */
  isUnmarked: boolean;
  outcome: { until: Date };
};

/** What the rules ended, in the words of what happened. */
function useClosing(view: AppointmentDetailView): string | null {
  const t = useTranslations('appointments.closed');
  const { closedBy, status, price } = view;
  if (!closedBy) return null;
  if (status === 'completed') return t('completed');
  if (status === 'lapsed') return t('lapsed');
  if (status === 'rejected' && closedBy === 'client') return t('declined');
  if (status === 'missed') return price.amount === 0 ? t('missedFree') : t('missed');
  if (closedBy === 'provider' && status === 'rejected') return t('rejected');
  if (view.isProviderAbsent) return t('providerNeverCame');
  if (closedBy !== 'system') return t(closedBy);
  if (status === 'rejected') return t('unanswered');
  return view.isReservationLifted ? t('paymentLost') : t('providerNeverCame');
}

function useMoney(view: AppointmentDetailView) {
  const t = useTranslations('appointments.detail');
  const { price, reserved, paid, refunded, outstanding } = view;
  if (price.amount === 0) return [{ term: t('price'), value: t('free') }];
  const rows = [
    { term: t('price'), amount: price, isShown: true },
    { term: t('reserved'), amount: reserved, isShown: reserved.amount > 0 },
    { term: t('paid'), amount: paid, isShown: reserved.amount === 0 },
    { term: t('refunded'), amount: refunded, isShown: refunded.amount > 0 },
    { term: t('outstanding'), amount: outstanding, isShown: reserved.amount === 0 },
  ];
  return rows
    .filter(({ isShown }) => isShown)
    .map(({ term, amount }) => ({ term, value: <Money value={amount} /> }));
}

/** What comes next, and until when one can still change one's mind. */
function Next({ view }: { view: AppointmentDetailView }) {
  const t = useTranslations('appointments.detail');
  const locale = useLocale();
  const { status, cancelTerms, freeCancelUntil, price, zone } = view;
  const written = (at: Date) => formatZoned(at, { locale, zone });
  if (status === 'pending') return t('withdrawFree');
  if (status !== 'accepted') return null;
  if (view.isUnmarked) return t('toBeMarked', { date: written(view.outcome.until) });
  return (
    <>
      {view.place && <span className="block">{t('onSite', { address: view.place.lines.join(', ') })}</span>}
      {view.channel !== 'in_person' && !view.canEnter && (
        <span className="block">
          {t('entry', { date: written(addMinutes(view.start, -CHECK_IN_OPENS_MINUTES)) })}
        </span>
      )}
      {price.amount > 0 &&
        (cancelTerms === 'free' && freeCancelUntil
          ? t('freeUntil', { date: written(freeCancelUntil) })
          : t('noFree'))}
    </>
  );
}

/** Where a booking stands: its state in words, the money, the deadline, and why it ended. */
export function AppointmentDetail({ view }: { view: AppointmentDetailView }) {
  const t = useTranslations('appointments');
  const locale = useLocale();
  const { zone, seller, answerBy } = view;
  const written = (at: Date) => formatZoned(at, { locale, zone });
  const closing = useClosing(view);
  const money = useMoney(view);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <StatusChip status={view.status} />
        {view.status === 'pending' && answerBy && (
          <span className="text-sm text-ink-2">
            {t('detail.answerBy', {
              date: written(answerBy),
            })}
          </span>
        )}
        {view.status === 'proposed' && view.proposal && (
          <span className="text-sm text-ink-2">
            {t('proposal.until', { date: written(view.proposal.until) })}
          </span>
        )}
        {closing && <span className="text-sm text-ink-2">{closing}</span>}
      </div>
      {view.proposal?.message && (
        <Banner tone="line" heading={t('proposal.message', { name: view.proposal.advisor })}>
          {view.proposal.message}
        </Banner>
      )}
      {view.returning.amount > 0 && (
        <Banner>{t('detail.returning', { amount: formatMoney(view.returning, locale) })}</Banner>
      )}
      {view.isReservationLifted && <Banner>{t('detail.nothingCharged')}</Banner>}
      {view.reason && (
        <Banner tone="line" heading={t('detail.reason')}>
          {view.reason}
        </Banner>
      )}
      <Facts
        facts={[
          ...money,
          { term: t('detail.seller'), value: [seller.name, ...seller.addressLines].join(', ') },
        ]}
      />
      <NextPayment view={view.nextPayment} outstanding={view.outstanding} zone={zone} />
      <p className="text-sm text-ink-2 empty:hidden">
        <Next view={view} />
      </p>
      {view.note && (
        <Banner tone="line" heading={t('detail.note')}>
          {view.note}
        </Banner>
      )}
    </div>
  );
}
