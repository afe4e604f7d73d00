import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { NewServiceLink } from '@/components/services/new-service-link';
import { ServiceList } from '@/components/services/service-list';
import { LowPrices } from '@/components/plans/low-prices';
import { serviceTitle } from '@/components/services/service-title';
import { EmptyState } from '@/components/ui/empty-state';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadMinimums } from '@/lib/plans/loaders';
import { loadOwnServices } from '@/lib/services/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('services');
  return { title: t('title'), robots: { index: false } };
}

export default async function ServicesPage() {
  const actor = await loadProviderActor('/practice/services');
  const [services, minimums, locale, t] = await Promise.all([
    loadOwnServices(actor),
    loadMinimums(),
    getLocale(),
    getTranslations('services'),
  ]);
  const priced = services.map(({ texts, kind, price }) => ({
    name: serviceTitle(texts, locale) ?? t('untitled'),
    price,
    minimum: minimums[kind],
  }));
  const isEmpty = services.length === 0;
  return (
    <PracticeShell actor={actor} current="services" page="/practice/services">
      <PageHead heading={t('title')} lede={t('lede')} action={!isEmpty && <NewServiceLink />} />
      {isEmpty ? (
        <EmptyState heading={t('empty.heading')} picture="/img/cover-path.svg" action={<NewServiceLink />}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          <LowPrices of={priced} />
          <ServiceList services={services} />
        </div>
      )}
    </PracticeShell>
  );
}
