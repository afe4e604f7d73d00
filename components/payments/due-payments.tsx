import { useLocale, useTranslations } from 'next-intl';
import { formatZoned } from '@/lib/i18n/zoned-time';
import type { DuePayment } from '@/lib/payments/pay-link/loaders';
import { inLanguage } from '@/lib/shared/in-language';
import { DueBanner } from './due-banner';

/** What could not be charged, each with the way to pay it. */
export function DuePayments({ payments, zone }: { payments: readonly DuePayment[]; zone: string }) {
  const t = useTranslations('appointments.detail');
  const locale = useLocale();
  return payments.map(({ id, token, titles, title, advisor, startsAt, paidBefore, amount, currency }) => (
    <DueBanner
      key={id}
      heading={t('dueFor', {
        service: inLanguage(titles, locale, title),
        name: advisor,
        date: formatZoned(startsAt, { locale, zone }),
      })}
      amount={{ amount, currency }}
      paidBefore={paidBefore}
      payToken={token}
      variant="secondary"
      zone={zone}
    />
  ));
}
