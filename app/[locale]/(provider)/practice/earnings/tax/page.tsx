import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { TaxForm } from '@/components/payments/tax-form';
import { Card } from '@/components/ui/card';
import { loadOwnerActor } from '@/lib/accounts/loaders';
import { loadTaxData } from '@/lib/payments/tax/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents.tax');
  return { title: t('title'), robots: { index: false } };
}

export default async function TaxPage() {
  const actor = await loadOwnerActor('/practice/earnings/tax');
  const [profile, data, t] = await Promise.all([
    loadOwnProfile(actor),
    loadTaxData(actor),
    getTranslations('documents.tax'),
  ]);
  return (
    <PracticeShell actor={actor} current="earnings" page="/practice/earnings/tax">
      <PageLink to="/practice/earnings" className="link mb-3 inline-block text-sm">
        {t('back')}
      </PageLink>
      <PageHead heading={t('title')} lede={t('lede')} />
      <Card className="card-pad max-w-[52rem]">
        <TaxForm data={data} suggestedCountry={profile.country ?? ''} />
      </Card>
    </PracticeShell>
  );
}
