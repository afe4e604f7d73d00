import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { ServiceForm } from '@/components/services/service-form';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadMemberChoice } from '@/lib/organisations/loaders';
import { loadCurrency } from '@/lib/services/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('services');
  return { title: t('new'), robots: { index: false } };
}

export default async function NewServicePage() {
  const actor = await loadProviderActor('/practice/services/new');
  const t = await getTranslations('services');
  return (
    <PracticeShell actor={actor} current="services" page="/practice/services/new">
      <PageHead heading={t('new')} />
      <ServiceForm members={await loadMemberChoice(actor)} currency={loadCurrency()} />
    </PracticeShell>
  );
}
