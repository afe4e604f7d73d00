import { notFound } from 'next/navigation';
import type { ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import type { Interval } from '@/lib/shared/time';
import { findSeller } from '../repository';
import { isRoomOpen } from '../rules/outcome';
import { missingToPublish } from '../rules/publishing';
import { refundsOf } from '../rules/refunds';
import { listParticipants } from '../seats/repository';
import type { OwnEvent } from '../types';
import { countWaitingForSeat } from '../waiting/repository';
import { inView } from './in-view';
import { findOwnEvent, listHostedEvents, listOwnEvents } from './repository';

export { publicAddress } from '../addresses';

const perPage = 20;
const mostAtOnce = 200;

/** The provider's drafts, and what is on sale and has not ended, the next first. */
export async function loadComingEvents(
  actor: ProviderActor,
): Promise<{ drafts: OwnEvent[]; coming: OwnEvent[] }> {
  const now = await clock();
  const page = { order: 'asc' as const, take: mostAtOnce };
  const [drafts, coming] = await Promise.all([
    listOwnEvents(db(), { providerIds: [actor.provider.id] }, { ...page, statuses: ['draft'] }, now),
    listOwnEvents(db(), inView(actor), { ...page, statuses: ['published'], endsAfter: now }, now),
  ]);
  return { drafts, coming };
}

/** What the practice in view has on next; undefined when nothing lies ahead. */
export async function loadNextEvent(actor: ProviderActor): Promise<OwnEvent | undefined> {
  const now = await clock();
  const page = { statuses: ['published' as const], endsAfter: now, order: 'asc' as const, take: 1 };
  return (await listOwnEvents(db(), inView(actor), page, now))[0];
}

/** Events that are over or were cancelled, the latest first, page by page from 1. */
export async function loadPastEvents(actor: ProviderActor, page: number) {
  const now = await clock();
  const rows = await listOwnEvents(
    db(),
    inView(actor),
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

/**
 * An event as those who act for its provider see it, and as the member who holds it, with who comes; 404 for any other.
 * What can be done with it is the provider's, with the practice in view; it is cancelled from wherever a mail leads.
 */
export async function loadOwnEvent(actor: ProviderActor, eventId: string) {
  const seen = await findSeen(actor, eventId);
  const { event, now } = seen;
  const [participants, waitingCount, seller] = await Promise.all([
    listParticipants(db(), eventId),
    countWaitingForSeat(db(), eventId),
    findSeller(db(), event.providerId),
  ]);
  return {
    ...seen,
    participants,
    waitingCount,
    missing: event.status === 'draft' ? missingToPublish(event, seller, now) : [],
    refunds: refundsOf(participants, event.price.currency),
  };
}

async function findSeen(actor: ProviderActor, eventId: string) {
  const now = await clock();
  const event = isId(eventId) ? await findOwnEvent(db(), eventId, now) : null;
  if (!event || !can(actor, 'event:view', event)) return notFound();
  if (event.status === 'draft' && !can(actor, 'event:manage', event)) return notFound();
  return { event, now, state: ownEventState(actor, event, now) };
}

/** An event that the provider in view can change now; 404 for any other. */
export async function loadEventToChange(actor: ProviderActor, eventId: string): Promise<OwnEvent> {
  const { event, state } = await findSeen(actor, eventId);
  return state.canChange ? event : notFound();
}

/** What can be done with an event now. */
function ownEventState(actor: ProviderActor, event: OwnEvent, now: Date) {
  const { status, startsAt } = event;
  const isAhead = status === 'published' && startsAt > now;
  const isManager = can(actor, 'event:manage', event);
  const isHost = can(actor, 'event:host', { providerId: event.hostId });
  return {
    canChange: isManager && (status === 'draft' || isAhead),
    canPublish: isManager && status === 'draft',
    canDelete: isManager && status === 'draft',
    canCancel: isAhead && can(actor, 'event:cancel', event),
    /** Whether the reader has the files of those who come. */
    hasFiles: can(actor, 'client:view', { providerId: event.providerId, clientId: '' }),
    isHost: isHost && status === 'published',
    canEnter: isHost && status === 'published' && isRoomOpen(event, now),
  };
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

/** What takes place in a stretch of time, for the agenda of the practice in view or of one of its members. */
export async function loadAgendaEvents(
  actor: ProviderActor,
  window: Interval,
  member?: string,
): Promise<OwnEvent[]> {
  return listHostedEvents(db(), inView(actor, member), window, await clock());
}
