import { openWaits } from '@/lib/booking/rules/waiting';
import type { Database, Tx } from '@/lib/server/db/client';
import { takingStatuses } from '../rules/status';
import type { OwnSeatEntry, SeatEntry } from './types';

const select = { id: true, clientId: true, eventId: true, status: true } as const;

export function findSeatEntry(database: Database, id: string): Promise<SeatEntry | null> {
  return database.waitingEntry.findFirst({ where: { id, eventId: { not: null } }, select });
}

/** Reads the entry and keeps others from changing it; its event is locked before. */
export async function lockSeatEntry(tx: Tx, id: string): Promise<SeatEntry | null> {
  await tx.$queryRaw`select 1 from waiting_entry where id = ${id}::uuid for update`;
  return findSeatEntry(tx, id);
}

/** The open wait of a client for a seat of an event, kept from changing; the event is locked before. */
export async function lockOpenSeatEntry(
  tx: Tx,
  of: { clientId: string; eventId: string },
): Promise<SeatEntry | null> {
  const found = await tx.waitingEntry.findFirst({
    where: { ...of, status: { in: [...openWaits] } },
    select: { id: true },
  });
  return found && lockSeatEntry(tx, found.id);
}

export async function insertSeatEntry(
  tx: Tx,
  data: { clientId: string; eventId: string; createdAt: Date },
): Promise<string> {
  return (await tx.waitingEntry.create({ data, select: { id: true } })).id;
}

export async function isWaitingForSeat(
  database: Database,
  of: { clientId: string; eventId: string },
): Promise<boolean> {
  const where = { ...of, status: { in: [...openWaits] } };
  return (await database.waitingEntry.findFirst({ where, select: { id: true } })) !== null;
}

export type WaitingForSeat = SeatEntry & { timeZone: string };

/**
 * Who waits for a seat, has none, does not work there by now, and whose account is in use, the first in line first; the
 * event is locked by the caller.
 */
export async function listLine(
  tx: Tx,
  { id: eventId, providerId: organisationId }: { id: string; providerId: string },
  { exceptClientId, take }: { exceptClientId: string | null; take: number },
): Promise<WaitingForSeat[]> {
  const rows = await tx.waitingEntry.findMany({
    where: {
      eventId,
      status: 'waiting',
      ...(exceptClientId !== null && { clientId: { not: exceptClientId } }),
      client: {
        status: 'active',
        timeZone: { not: null },
        memberships: { none: { organisationId, endedAt: null } },
        seats: { none: { eventId, status: { in: ['held', ...takingStatuses] } } },
      },
    },
    select: { ...select, client: { select: { timeZone: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take,
  });
  return rows.flatMap(({ client: { timeZone }, ...row }) => (timeZone === null ? [] : { ...row, timeZone }));
}

/** Waits for seats of events on which none can be taken any more; the oldest first, without those of these ids. */
export function listEndingSeatEntries(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.waitingEntry.findMany({
    where: {
      status: 'waiting',
      id: { notIn: seen },
      event: { OR: [{ status: { not: 'published' } }, { bookUntil: { lte: now } }] },
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: limit,
  });
}

/** Events for which somebody waits and seats are sold, in a fixed order, without those of these ids. */
export async function listAwaitedEvents(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.event.findMany({
    where: {
      id: { notIn: seen },
      status: 'published',
      bookUntil: { gt: now },
      waitingEntries: { some: { status: 'waiting' } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: limit,
  });
}

/** What a client waits for, and what came to nothing lately; the newest first. */
export async function listOwnSeatEntries(
  database: Database,
  clientId: string,
  overSince: Date,
): Promise<OwnSeatEntry[]> {
  const rows = await database.waitingEntry.findMany({
    where: {
      clientId,
      eventId: { not: null },
      OR: [{ status: { in: [...openWaits] } }, { status: 'over', closedAt: { gt: overSince } }],
    },
    select: {
      ...select,
      event: {
        select: {
          id: true,
          startsAt: true,
          mainLocale: true,
          texts: { select: { locale: true, title: true, description: true } },
          host: { select: { displayName: true } },
        },
      },
      seats: { where: { status: 'held' }, select: { id: true, heldUntil: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return rows.flatMap(({ event, seats, ...row }) => {
    if (!event) return [];
    const { host, ...more } = event;
    return [{ ...row, event: { ...more, hostName: host.displayName }, offer: seats[0] ?? null }];
  });
}

export function countWaitingForSeat(database: Database, eventId: string): Promise<number> {
  return database.waitingEntry.count({ where: { eventId, status: { in: [...openWaits] } } });
}
