import { CreditCard } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { formatMoney } from '@/components/ui/money-format';
import { formatZoned } from '@/lib/i18n/zoned-time';
import type { DuePayment } from '@/lib/payments/pay-link/loaders';
import { inLanguage } from '@/lib/shared/in-language';

/** What could not be charged, each with the way to pay it. */
export function DuePayments({ payments, zone }: { payments: readonly DuePayment[]; zone: string }) {
  const t = useTranslations('appointments.detail');
  const locale = useLocale();
  return payments.map(({ id, token, titles, title, advisor, startsAt, amount, currency }) => (
    <Banner
      key={id}
      tone="warm"
      icon={CreditCard}
      heading={t('dueFor', {
        service: inLanguage(titles, locale, title),
        name: advisor,
        date: formatZoned(startsAt, { locale, zone }),
      })}
      action={
        <PageLink
          to={{ pathname: '/pay/[token]', params: { token } }}
          className={buttonStyles({ size: 'sm', variant: 'secondary' })}
        >
          {t('pay', { amount: formatMoney({ amount, currency }, locale) })}
        </PageLink>
      }
    >
      {t('due')}
    </Banner>
  ));
}
