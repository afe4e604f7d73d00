import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { StatusChip } from '@/components/ui/chip';
import { Money } from '@/components/ui/money';
import type { MoneyValue } from '@/components/ui/money-format';
import type { BookingStatus } from '@/components/ui/status';
import { Facts } from '@/components/ui/table';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';

export type AppointmentDetailView = {
  status: BookingStatus;
  price: MoneyValue;
  paid: MoneyValue;
  refunded: MoneyValue;
  outstanding: MoneyValue;
  freeCancelUntil: Date | null;
  cancelTerms: 'nothing' | 'free' | 'late' | 'never';
  answerBy: Date | null;
  closedBy: 'client' | 'provider' | 'system' | 'admin' | null;
  reason: string | null;
  note: string | null;
  zone: string;
};

/** A sentence with a moment in it. */
function Dated({
  message,
  at,
  zone,
}: {
  message: 'detail.answerBy' | 'detail.freeUntil';
  at: Date;
  zone: string;
}) {
  const t = useTranslations('appointments');
  const locale = useLocale();
  return t(message, {
    date: `${formatInstant(at, { locale, zone, style: 'dateTime' })} (${zoneName(zone, locale)})`,
  });
}

/** Where a booking stands: its state in words, the money, the deadline, and why it ended. */
export function AppointmentDetail({ view }: { view: AppointmentDetailView }) {
  const t = useTranslations('appointments');
  const { zone } = view;
  const money = [
    {
      term: t('detail.price'),
      value: view.price.amount === 0 ? t('detail.free') : <Money value={view.price} />,
    },
    { term: t('detail.paid'), value: <Money value={view.paid} /> },
    ...(view.refunded.amount > 0
      ? [{ term: t('detail.refunded'), value: <Money value={view.refunded} /> }]
      : []),
    { term: t('detail.outstanding'), value: <Money value={view.outstanding} /> },
  ];
  const isOpen = view.status === 'pending' || view.status === 'accepted';
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <StatusChip status={view.status} />
        {view.status === 'pending' && view.answerBy && (
          <span className="text-sm text-ink-2">
            <Dated message="detail.answerBy" at={view.answerBy} zone={zone} />
          </span>
        )}
        {view.closedBy && view.status !== 'completed' && (
          <span className="text-sm text-ink-2">{t(`closed.${view.closedBy}`)}</span>
        )}
      </div>
      {view.reason && (
        <Banner tone="line" heading={t('detail.reason')}>
          {view.reason}
        </Banner>
      )}
      <Facts facts={money} />
      {isOpen && view.price.amount > 0 && (
        <p className="text-sm text-ink-2">
          {view.cancelTerms === 'free' && view.freeCancelUntil ? (
            <Dated message="detail.freeUntil" at={view.freeCancelUntil} zone={zone} />
          ) : (
            t('detail.noFree')
          )}
        </p>
      )}
      {view.note && (
        <Banner tone="line" heading={t('detail.note')}>
          {view.note}
        </Banner>
      )}
    </div>
  );
}
