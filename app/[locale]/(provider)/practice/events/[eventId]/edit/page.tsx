import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EventForm } from '@/components/hosting/event-form';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadEventDefaults, loadEventToChange } from '@/lib/events/hosting/loaders';
import { shownEventText } from '@/lib/events/rules/texts';
import { localDay } from '@/lib/i18n/time-format';
import { loadMemberChoice } from '@/lib/organisations/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hosting');
  return { title: t('edit'), robots: { index: false } };
}

export default async function EditEventPage({
  params,
}: PageProps<'/[locale]/practice/events/[eventId]/edit'>) {
  const { eventId } = await params;
  const page = { pathname: '/practice/events/[eventId]/edit', params: { eventId } } as const;
  const actor = await loadProviderActor(page);
  const event = await loadEventToChange(actor, eventId);
  const [t, locale, defaults, members, now] = await Promise.all([
    getTranslations('hosting'),
    getLocale(),
    loadEventDefaults(actor),
    loadMemberChoice(actor),
    loadNow(),
  ]);
  const { title } = shownEventText(event.texts, locale, event.mainLocale);
  const zone = defaults.timeZone;
  return (
    <PracticeShell actor={actor} current="events" page={page}>
      <PageLink
        to={{ pathname: '/practice/events/[eventId]', params: { eventId } }}
        className="link mb-3 inline-block text-sm"
      >
        {title}
      </PageLink>
      <PageHead heading={t('editTitle', { title })} />
      <EventForm
        event={event}
        members={members}
        defaults={defaults}
        currency={event.price.currency}
        zone={zone}
        today={localDay(now, zone)}
      />
    </PracticeShell>
  );
}
