import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { formatInstant } from '@/lib/i18n/time-format';
import { usePlanWords } from './plan-words';

type OwedBannerProps = { owed: { until: Date; planCode: string }; zone: string };

/** The plan is not paid: until when it stays, and where it is paid. */
export function OwedBanner({ owed: { until, planCode }, zone }: OwedBannerProps) {
  const t = useTranslations('plan.banners');
  const locale = useLocale();
  const words = usePlanWords();
  return (
    <div className="mb-6">
      <Banner
        tone="danger"
        action={
          <PageLink to="/practice/plan" className="link">
            {t('practiceLink')}
          </PageLink>
        }
      >
        {t('practiceOwed', {
          plan: words.nameOf(planCode),
          date: formatInstant(until, { locale, zone, style: 'date' }),
        })}
      </Banner>
    </div>
  );
}
