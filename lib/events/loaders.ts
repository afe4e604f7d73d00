import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { readNotifications } from '@/lib/notifications/read-notifications';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import type { Interval } from '@/lib/shared/time';
import {
  type EventsOf,
  findOwnEvent,
  findSeller,
  listDescribed,
  listHostedEvents,
  listOwnEvents,
} from './repository';
import { findOpenSeat, findSeatView, listParticipants, listSeatViews } from './seats/repository';
import { seatState } from './seat-state';
import { type EventNews, eventNews } from './tell';
import { isRoomOpen } from './rules/outcome';
import { missingToPublish } from './rules/publishing';
import { refundsOf } from './rules/refunds';
import type { EventText } from './rules/texts';
import type { OwnEvent, SeatState, SeatView } from './types';
import { countWaitingForSeat } from './waiting/repository';

export { searchEvents as loadEvents } from './calendar/search-events';
export { publicAddress } from './room-address';

const perPage = 20;
const mostAtOnce = 200;
const shownNews = 6;

/**
 * Events of the practice in view: of an organisation all, or those that one member holds; of a specialist the own ones,
 * and those that they hold at the organisations where they are a member now.
 */
function inView({ provider: { id, kind }, memberOf }: ProviderActor, member?: string): EventsOf {
  return kind === 'organisation'
    ? { providerIds: [id], hostId: member }
    : { providerIds: [id, ...memberOf], hostId: id };
}

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
  const isHost = can(actor, 'event:attend', { providerId: event.hostId, clientId: '' });
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

type ShownSeat = { seat: SeatView; state: SeatState };

/** Seats of the client for events that have not ended, the next first. */
export async function loadComingSeats(actor: AccountActor): Promise<ShownSeat[]> {
  const now = await clock();
  const seats = await listSeatViews(db(), actor.accountId, { endsAfter: now, take: mostAtOnce });
  return seats.map((seat) => ({ seat, state: seatState(seat, now) }));
}

/** All other seats of the client, the latest first, page by page from 1. */
export async function loadPastSeats(actor: AccountActor, page: number) {
  const now = await clock();
  const skip = (Math.max(1, page) - 1) * perPage;
  const rows = await listSeatViews(db(), actor.accountId, { overBy: now, take: perPage + 1, skip });
  const seats = rows.slice(0, perPage).map((seat) => ({ seat, state: seatState(seat, now) }));
  return { seats, hasMore: rows.length > perPage };
}

/** A seat of the client, whatever became of it; null for any other. */
export const loadSeat = cache(
  async (actor: AccountActor, seatId: string): Promise<(ShownSeat & { now: Date }) | null> => {
    const seat = isId(seatId) ? await findSeatView(db(), seatId) : null;
    if (!seat || !can(actor, 'seat:view', seat)) return null;
    const now = await clock();
    return { seat, state: seatState(seat, now), now };
  },
);

/** The client's open seat of an event: held, so that it can be paid, or booked; null when there is none. */
export async function loadOwnSeat(actor: AccountActor, eventId: string) {
  const seat = isId(eventId) ? await findOpenSeat(db(), { eventId, clientId: actor.accountId }) : null;
  if (!seat) return null;
  const isHeld = seat.status === 'held';
  const isOver = isHeld && (!seat.heldUntil || seat.heldUntil <= (await clock()));
  return isOver ? null : { seatId: seat.id, isHeld };
}

/**
 * What the page after the checkout shows. While the payment service has not told us, `processing` when the client comes
 * back from a checkout that was opened, `unpaid` when none was.
 */
export async function loadSeatResult(actor: AccountActor, seatId: string) {
  const found = await loadSeat(actor, seatId);
  return found && { ...found, result: resultOf(found.seat) };
}

function resultOf({ status, payment, heldUntil }: SeatView) {
  if (status === 'booked') return { kind: 'booked' } as const;
  if (status === 'held' && payment?.status === 'none' && heldUntil)
    return { kind: 'unpaid', heldUntil } as const;
  if (status === 'held') return { kind: 'processing' } as const;
  if (status === 'expired') return { kind: 'tooLate' } as const;
  return { kind: 'closed' } as const;
}

export type EventNewsItem = {
  id: string;
  news: EventNews;
  eventId: string;
  mainLocale: string;
  texts: readonly EventText[];
  at: Date;
};

/** What happened lately to events of an account, seen from one of its sides, the latest first. */
export async function loadRecentEventNews(
  actor: AccountActor,
  party: 'client' | 'provider',
): Promise<EventNewsItem[]> {
  const rows = await readNotifications(db(), actor.accountId, { party, about: 'eventId' }, shownNews);
  const ids = rows.flatMap(({ eventId }) => eventId ?? []);
  const described = new Map((await listDescribed(db(), ids)).map((event) => [event.id, event]));
  return rows.flatMap(({ id, kind, eventId, createdAt }) => {
    const news = eventNews.find((each) => kind === `event.${each}`);
    const event = described.get(eventId ?? '');
    if (!news || !event) return [];
    const { id: of, mainLocale, texts } = event;
    return [{ id, news, eventId: of, mainLocale, texts, at: createdAt }];
  });
}
