import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AvailabilityTabs } from '@/components/availability/availability-tabs';
import { Calendars } from '@/components/availability/calendars';
import { FeedCard } from '@/components/booking/feed-card';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { loadOwnerActor } from '@/lib/accounts/loaders';
import { loadOwnSources } from '@/lib/availability/calendars/loaders';
import { loadOwnFeed } from '@/lib/booking/feeds/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('availability.calendars');
  return { title: t('title'), robots: { index: false } };
}

export default async function CalendarsPage() {
  const actor = await loadOwnerActor('/practice/availability/calendars');
  const isSpecialist = actor.provider.kind === 'specialist';
  const [{ timeZone }, sources, feed] = await Promise.all([
    loadOwnProfile(actor),
    isSpecialist ? loadOwnSources(actor) : [],
    loadOwnFeed(actor, 'agenda'),
  ]);
  const t = await getTranslations('availability');
  return (
    <PracticeShell actor={actor} current="availability" page="/practice/availability/calendars">
      <PageHead heading={t('title')} lede={isSpecialist && t('calendars.lede')} />
      <AvailabilityTabs current="calendars" />
      <div className="grid max-w-[52rem] gap-6">
        {isSpecialist && <Calendars sources={sources} zone={timeZone} />}
        <FeedCard kind="agenda" feed={feed} />
      </div>
    </PracticeShell>
  );
}
