import { CreditCard, LoaderCircle } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import type { MoneyValue } from '@/components/ui/money-format';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { DueBanner } from './due-banner';

export type NextPaymentView = {
  kind: 'nothing' | 'later' | 'charging' | 'due' | 'elsewhere';
  /** When a stored card is charged; null: not by itself, or not yet known. */
  at: Date | null;
  mode: 'at_booking' | 'before_entry' | 'off_platform';
  /** When the session is cancelled for not being paid; null: it is not. */
  paidBefore: Date | null;
  /** The secret of the link to pay, while something is due. */
  payToken: string | null;
  /** Where one pays the advisor directly. */
  elsewhereUrl: string | null;
};

type NextPaymentProps = { view: NextPaymentView; outstanding: MoneyValue; zone: string };

/** What happens next to what the client has not paid yet, and the way to pay it now. */
export function NextPayment({ view, outstanding, zone }: NextPaymentProps) {
  const t = useTranslations('appointments.detail');
  const locale = useLocale();
  const { kind, at, mode, paidBefore, payToken, elsewhereUrl } = view;
  if (kind === 'nothing' || outstanding.amount === 0) return null;
  if (kind === 'later') {
    const date = at && formatZoned(at, { locale, zone });
    const text = date ? t('cardAt', { date }) : t(mode === 'before_entry' ? 'cardAtDoor' : 'cardLater');
    return (
      <Banner tone="line" icon={CreditCard}>
        {text}
      </Banner>
    );
  }
  if (kind === 'charging')
    return (
      <Banner tone="line" icon={LoaderCircle}>
        {t('charging')}
      </Banner>
    );
  if (kind === 'elsewhere') {
    const link = elsewhereUrl && (
      <a
        href={elsewhereUrl}
        rel="noreferrer nofollow"
        target="_blank"
        className={buttonStyles({ size: 'sm' })}
      >
        {t('elsewhereLink')}
      </a>
    );
    return (
      <Banner tone="line" icon={CreditCard} action={link}>
        {t('elsewhere')}
      </Banner>
    );
  }
  return <DueBanner amount={outstanding} paidBefore={paidBefore} payToken={payToken} zone={zone} />;
}
