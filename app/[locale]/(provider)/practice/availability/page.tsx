import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WeekForm } from '@/components/availability/week-form';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadOwnWeek } from '@/lib/availability/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('availability');
  return { title: t('title'), robots: { index: false } };
}

export default async function AvailabilityPage() {
  const actor = await loadProviderActor('/practice/availability');
  const [week, profile] = await Promise.all([loadOwnWeek(actor), loadOwnProfile(actor)]);
  const t = await getTranslations('availability');
  return (
    <PracticeShell actor={actor} current="availability" page="/practice/availability">
      <PageHead heading={t('title')} lede={t('lede')} />
      <WeekForm week={week} zone={profile.timeZone} now={await loadNow()} />
    </PracticeShell>
  );
}
