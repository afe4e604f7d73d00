import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventForm } from '@/components/hosting/event-form';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadEventDefaults } from '@/lib/events/hosting/loaders';
import { localDay } from '@/lib/i18n/time-format';
import { loadMemberChoice } from '@/lib/organisations/loaders';
import { loadCurrency } from '@/lib/services/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hosting');
  return { title: t('new'), robots: { index: false } };
}

export default async function NewEventPage() {
  const actor = await loadProviderActor('/practice/events/new');
  const [t, defaults, members, now] = await Promise.all([
    getTranslations('hosting'),
    loadEventDefaults(actor),
    loadMemberChoice(actor),
    loadNow(),
  ]);
  const zone = defaults.timeZone;
  return (
    <PracticeShell actor={actor} current="events" page="/practice/events/new">
      <PageHead heading={t('new')} lede={t('newLede')} />
      <EventForm
        members={members}
        defaults={defaults}
        currency={loadCurrency()}
        zone={zone}
        today={localDay(now, zone)}
      />
    </PracticeShell>
  );
}
