import { notFound } from 'next/navigation';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { readNotifications } from '@/lib/notifications/read-notifications';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import type { Interval } from '@/lib/shared/time';
import { findOwnEvent, findSeller, listHostedEvents, listNamed, listOwnEvents } from './repository';
import type { EventText } from './rules/texts';
import { listParticipants } from './seats/repository';
import { type EventNews, eventNews } from './tell';
import type { OwnEvent, Participant } from './types';

const perPage = 20;
const mostAtOnce = 200;
const shownNews = 6;

/** The provider's drafts, and what is on sale and has not ended, the next first. */
export async function loadComingEvents(
  actor: ProviderActor,
): Promise<{ drafts: OwnEvent[]; coming: OwnEvent[] }> {
  const now = await clock();
  const of = actor.provider.id;
  const page = { order: 'asc' as const, take: mostAtOnce };
  const [drafts, coming] = await Promise.all([
    listOwnEvents(db(), of, { ...page, statuses: ['draft'] }, now),
    listOwnEvents(db(), of, { ...page, statuses: ['published'], endsAfter: now }, now),
  ]);
  return { drafts, coming };
}

/** Events that are over or were cancelled, the latest first, page by page from 1. */
export async function loadPastEvents(actor: ProviderActor, page: number) {
  const now = await clock();
  const rows = await listOwnEvents(
    db(),
    actor.provider.id,
    {
      statuses: ['published', 'completed', 'cancelled'],
      overBy: now,
      order: 'desc',
      take: perPage + 1,
      skip: (Math.max(1, page) - 1) * perPage,
    },
    now,
  );
  return { events: rows.slice(0, perPage), hasMore: rows.length > perPage };
}

/** One of the provider's own events with who comes; 404 for any other. */
export async function loadOwnEvent(
  actor: ProviderActor,
  eventId: string,
): Promise<{ event: OwnEvent; participants: Participant[]; now: Date }> {
  const now = await clock();
  const of = { id: eventId, providerId: actor.provider.id };
  const event = isId(eventId) ? await findOwnEvent(db(), of, now) : null;
  if (!event || !can(actor, 'event:manage', event)) return notFound();
  return { event, participants: await listParticipants(db(), eventId), now };
}

/** What the form of an event starts from: zone, languages, tax, and how many may come. */
export async function loadEventDefaults(actor: ProviderActor) {
  const { timeZone, mainLocale, spokenLanguages, vatRegime, allowedPlaces, status } = await findSeller(
    db(),
    actor.provider.id,
  );
  const isPublic = status === 'published';
  return { timeZone, mainLocale, spokenLanguages, vatRegime, allowedPlaces, isPublic };
}

/** What the actor hosts in a stretch of time, for the agenda. */
export async function loadAgendaEvents(actor: ProviderActor, window: Interval): Promise<OwnEvent[]> {
  return listHostedEvents(db(), actor.provider.id, window, await clock());
}

export type EventNewsItem = {
  id: string;
  news: EventNews;
  eventId: string;
  at: Date;
  texts: readonly EventText[];
  mainLocale: string;
};

/** What happened lately to events of an account, seen from one of its sides, the latest first. */
export async function loadRecentEventNews(
  actor: AccountActor,
  party: 'client' | 'provider',
): Promise<EventNewsItem[]> {
  const rows = await readNotifications(db(), actor.accountId, { party, about: 'eventId' }, shownNews);
  const ids = rows.flatMap(({ eventId }) => eventId ?? []);
  const events = new Map((await listNamed(db(), ids)).map((event) => [event.id, event]));
  return rows.flatMap(({ id, kind, eventId, createdAt: at }) => {
    const news = eventNews.find((each) => kind === `event.${each}`);
    const event = events.get(eventId ?? '');
    if (!news || !event) return [];
    const { id: about, ...named } = event;
    return [{ id, news, eventId: about, at, ...named }];
  });
}
