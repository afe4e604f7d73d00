import { useLocale, useTranslations } from 'next-intl';
import type { CancelTerms } from '@/lib/booking/rules/cancellation';
import type { Withdrawal } from '@/lib/booking/rules/withdrawal';
import { formatUntil } from '@/lib/i18n/zoned-time';

/** Who would pay for cancelling is told of the right that costs nothing; empty where there is none. */
export function useInstead(cancelTerms: CancelTerms, withdrawal: Withdrawal | null, zone: string): string {
  const t = useTranslations('withdrawal');
  const locale = useLocale();
  const isDue = cancelTerms === 'late' || cancelTerms === 'never';
  if (!isDue || withdrawal?.effect !== 'allBack') return '';
  return ` ${t('instead', { date: formatUntil(withdrawal.until, { locale, zone }) })}`;
}
