import { CreditCard } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { type ButtonProps, buttonStyles } from '@/components/ui/button';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import { formatZoned } from '@/lib/i18n/zoned-time';

type DueBannerProps = {
  heading?: ReactNode;
  amount: MoneyValue;
  /** When the session is cancelled for not being paid; null: it is not. */
  paidBefore: Date | null;
  /** The secret of the link to pay. */
  payToken: string | null;
  variant?: ButtonProps['variant'];
  zone: string;
};

/** A card was refused: what is due, by when, and the way to pay it. */
export function DueBanner({
  heading,
  amount,
  paidBefore,
  payToken,
  variant = 'primary',
  zone,
}: DueBannerProps) {
  const t = useTranslations('appointments.detail');
  const locale = useLocale();
  const pay = payToken && (
    <PageLink
      to={{ pathname: '/pay/[token]', params: { token: payToken } }}
      className={buttonStyles({ size: 'sm', variant })}
    >
      {t('pay', { amount: formatMoney(amount, locale) })}
    </PageLink>
  );
  return (
    <Banner tone="warm" icon={CreditCard} heading={heading} action={pay}>
      {t('due')}
      {paidBefore && ` ${t('dueUntil', { date: formatZoned(paidBefore, { locale, zone }) })}`}
    </Banner>
  );
}
