import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Instant } from '@/components/ui/instant';
import type { MeasureView } from '@/lib/admin/measures/loaders';

/** What the operator did about the account, and why. */
export function MeasureBanner({ measure, zone }: { measure: MeasureView; zone: string }) {
  const t = useTranslations('admin.measures');
  const isGood = measure.kind === 'reopened';
  return (
    <Banner tone={isGood ? 'info' : 'warm'} heading={t(`told.${measure.kind}`)}>
      <p className="whitespace-pre-line">{measure.reason}</p>
      <p className="mt-1 text-xs">
        <Instant at={measure.createdAt} zone={zone} />
      </p>
    </Banner>
  );
}
