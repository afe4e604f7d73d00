import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilityTabs } from '@/components/availability/availability-tabs';
import { WeekForm } from '@/components/availability/week-form';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { serviceTitle } from '@/components/services/service-title';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { readZoneOptions } from '@/lib/accounts/zone-options';
import { loadOwnWeek } from '@/lib/availability/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { loadCurrency, loadOwnServices } from '@/lib/services/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('availability');
  return { title: t('title'), robots: { index: false } };
}

export default async function AvailabilityPage() {
  const actor = await loadProviderActor('/practice/availability');
  const locale = await getLocale();
  const [week, profile, services, zones] = await Promise.all([
    loadOwnWeek(actor),
    loadOwnProfile(actor),
    loadOwnServices(actor),
    readZoneOptions(locale),
  ]);
  const t = await getTranslations('availability');
  const onSale = services
    .filter(({ isActive }) => isActive)
    // What people pay for comes first; an introduction is no measure of a week.
    .toSorted((a, b) => Number(b.price.amount > 0) - Number(a.price.amount > 0))
    .map(({ id, texts }) => ({
      value: id,
      label: serviceTitle(texts, locale, profile.mainLocale) ?? t('untitled'),
    }));
  return (
    <PracticeShell actor={actor} current="availability" page="/practice/availability">
      <PageHead heading={t('title')} lede={t('lede')} />
      <AvailabilityTabs current="week" />
      <WeekForm
        week={week}
        services={onSale}
        zones={zones}
        zone={profile.timeZone}
        now={await loadNow()}
        currency={loadCurrency()}
      />
    </PracticeShell>
  );
}
