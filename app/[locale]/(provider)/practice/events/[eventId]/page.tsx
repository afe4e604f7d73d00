import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EventActions } from '@/components/hosting/event-actions';
import { EventTerms, EventText } from '@/components/hosting/event-detail';
import { StageChip } from '@/components/hosting/event-facts';
import { Participants } from '@/components/hosting/participants';
import { PublicLink } from '@/components/hosting/public-link';
import { PublishCard } from '@/components/hosting/publish-card';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { Instant, Span } from '@/components/ui/instant';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadOwnEvent, publicAddress } from '@/lib/events/hosting/loaders';
import { shownEventText } from '@/lib/events/rules/texts';
import { zoneName } from '@/lib/i18n/zone-name';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hosting');
  return { title: t('title'), robots: { index: false } };
}

export default async function OwnEventPage({ params }: PageProps<'/[locale]/practice/events/[eventId]'>) {
  const { eventId } = await params;
  const page = { pathname: '/practice/events/[eventId]', params: { eventId } } as const;
  const actor = await loadProviderActor(page);
  const { event, participants, waitingCount, missing, refunds, state, now } = await loadOwnEvent(
    actor,
    eventId,
  );
  const [t, locale, { timeZone: zone }] = await Promise.all([
    getTranslations('hosting'),
    getLocale(),
    loadOwnProfile(actor),
  ]);
  const { title } = shownEventText(event.texts, locale, event.mainLocale);
  return (
    <PracticeShell actor={actor} current="events" page={page}>
      <PageLink to="/practice/events" className="link mb-3 inline-block text-sm">
        {t('title')}
      </PageLink>
      <PageHead
        heading={title}
        lede={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="min-w-0">
              <span className="inline-block first-letter:uppercase">
                <Instant at={event.startsAt} zone={zone} style="fullDate" />
              </span>
              , <Span start={event.startsAt} end={event.endsAt} zone={zone} className="whitespace-nowrap" /> (
              {zoneName(zone, locale)})
            </span>
            <StageChip event={event} now={now} />
          </span>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6">
          {state.canPublish && <PublishCard eventId={eventId} missing={missing} />}
          <EventActions event={event} state={state} refunds={refunds} />
          {(event.status === 'published' || participants.length > 0) && (
            <Participants
              participants={participants}
              hasFiles={state.hasFiles}
              isFree={event.price.amount === 0}
              zone={zone}
            />
          )}
          <EventText event={event} />
        </div>
        <div className="grid min-w-0 gap-6">
          <EventTerms event={event} participants={participants} waitingCount={waitingCount} zone={zone} />
          {event.status === 'published' && event.endsAt > now && (
            <PublicLink eventId={eventId} address={publicAddress(eventId, locale)} />
          )}
        </div>
      </div>
    </PracticeShell>
  );
}
