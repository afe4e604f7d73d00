import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { readNotifications } from '@/lib/notifications/read-notifications';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import type { Interval } from '@/lib/shared/time';
import { findOwnEvent, findSeller, listHostedEvents, listOwnEvents } from './repository';
import { findOpenSeat, findSeatView, listParticipants, listSeatViews } from './seats/repository';
import { seatState } from './seat-state';
import { type EventNews, eventNews } from './tell';
import type { OwnEvent, Participant, SeatState, SeatView } from './types';

export { searchEvents as loadEvents } from './calendar/search-events';

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

export type EventNewsItem = { id: string; news: EventNews; eventId: string; at: Date };

/** What happened lately to events of an account, seen from one of its sides, the latest first. */
export async function loadRecentEventNews(
  actor: AccountActor,
  party: 'client' | 'provider',
): Promise<EventNewsItem[]> {
  const rows = await readNotifications(db(), actor.accountId, { party, about: 'eventId' }, shownNews);
  return rows.flatMap(({ id, kind, eventId, createdAt }) => {
    const news = eventNews.find((each) => kind === `event.${each}`);
    return news && eventId ? [{ id, news, eventId, at: createdAt }] : [];
  });
}
