import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilityTabs } from '@/components/availability/availability-tabs';
import { dayNames } from '@/components/availability/day-names';
import { Exceptions } from '@/components/availability/exceptions';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadBookedDays, loadOwnExceptions } from '@/lib/availability/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { loadCurrency } from '@/lib/services/loaders';
import { localDate } from '@/lib/shared/time';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('availability.exceptions');
  return { title: t('title'), robots: { index: false } };
}

export default async function ExceptionsPage() {
  const actor = await loadProviderActor('/practice/availability/exceptions');
  const [{ timeZone }, now] = await Promise.all([loadOwnProfile(actor), loadNow()]);
  const today = localDate(now, timeZone);
  const [exceptions, booked] = await Promise.all([
    loadOwnExceptions(actor, today),
    loadBookedDays(actor, now, timeZone),
  ]);
  const t = await getTranslations('availability');
  return (
    <PracticeShell actor={actor} current="availability" page="/practice/availability/exceptions">
      <PageHead heading={t('title')} lede={t('exceptions.lede')} />
      <AvailabilityTabs current="exceptions" />
      <Exceptions
        exceptions={exceptions}
        booked={booked}
        today={today}
        shortNames={dayNames(await getLocale(), 'short')}
        currency={loadCurrency()}
      />
    </PracticeShell>
  );
}
