import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { claimWindow } from '@/lib/claims/rules/window';
import type { ClaimSubject } from '@/lib/claims/types';
import { formatZoned } from '@/lib/i18n/zoned-time';

/** Why no claim can be made: not yet, not any more, or about nothing. */
export function ClaimRefusal({ about, now, zone }: { about: ClaimSubject; now: Date; zone: string }) {
  const t = useTranslations('claims.refused');
  const locale = useLocale();
  const window = claimWindow(about);
  const written = (at: Date) => formatZoned(at, { locale, zone });
  if (window && now < window.from) return <Banner>{t('early', { date: written(window.from) })}</Banner>;
  if (window && now > window.until) return <Banner>{t('late', { date: written(window.until) })}</Banner>;
  return <Banner>{t('nothing')}</Banner>;
}
