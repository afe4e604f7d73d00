import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { formatInstant } from '@/lib/i18n/time-format';
import type { PayoutOutlook } from '@/lib/payments/outlook/types';

type WaitingBannerProps = { waiting: PayoutOutlook['waiting']; zone: string };

/** Money has waited for details for 30 days or longer: what happens next, and when. */
export function WaitingBanner({ waiting, zone }: WaitingBannerProps) {
  const t = useTranslations('earnings.waiting');
  const locale = useLocale();
  if (!waiting || waiting.stage === 0) return null;
  const written = (at: Date) => formatInstant(at, { locale, zone, style: 'date' });
  const dates = { stops: written(waiting.stopsAt), returns: written(waiting.returnsAt) };
  const isStopped = waiting.stage === 75 || waiting.areSalesStopped;
  return (
    <Banner tone={isStopped ? 'danger' : 'warm'} heading={isStopped ? t('stopped') : t('heading')}>
      {isStopped ? t('stoppedText', dates) : t('text', dates)}
    </Banner>
  );
}
