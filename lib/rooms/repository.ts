import type { Stay } from '@/lib/booking/rules/attendance';
import type { Database, Tx } from '@/lib/server/db/client';

export type PartyOfRoom = 'client' | 'provider';
/**
 * The page tells every 20 s that somebody is there; without a word of leaving, presence lasts until the next would be
 * late.
 */
export const heartbeatMs = 20_000;
const lateMs = heartbeatMs + 10_000;

/** The room of a booking, or of an event. */
export type Room = { bookingId: string } | { eventId: string };

export type Attendances = { clientStays: Stay[]; providerStays: Stay[] };

/** Signs of presence of one account are written one after the other, so that no stay begins twice. */
export async function lockVisitor(tx: Tx, accountId: string): Promise<void> {
  await tx.$queryRaw`select 1 from account where id = ${accountId}::uuid for update`;
}

/** The stay that goes on: heard of since then, and not left. */
export async function findOpenStay(database: Database, room: Room, accountId: string, since: Date) {
  return database.attendance.findFirst({
    where: { ...room, accountId, leftAt: null, lastSeenAt: { gte: since } },
    select: { id: true },
    orderBy: { joinedAt: 'desc' },
  });
}

export async function insertStay(
  database: Database,
  data: Room & { accountId: string; party: PartyOfRoom; now: Date },
): Promise<void> {
  const { now, ...stay } = data;
  await database.attendance.create({
    data: { ...stay, joinedAt: now, lastSeenAt: now },
    select: { id: true },
  });
}

export async function updateStay(
  database: Database,
  id: string,
  data: { lastSeenAt: Date; leftAt?: Date },
): Promise<void> {
  await database.attendance.update({ where: { id }, data, select: { id: true } });
}

type Row = Stay & { party: string };

const staySelect = { party: true, joinedAt: true, leftAt: true, lastSeenAt: true } as const;

/** Presence without a word of leaving lasts until the next sign of it would be late. */
function toStay<T extends Stay>(row: T): T {
  return { ...row, lastSeenAt: new Date(row.lastSeenAt.getTime() + (row.leftAt ? 0 : lateMs)) };
}

/** Who was in the rooms of these bookings, by side. */
export async function listStays(
  database: Database,
  bookingIds: string[],
): Promise<(bookingId: string) => Attendances> {
  const rows = await database.attendance.findMany({
    where: { bookingId: { in: bookingIds } },
    select: { ...staySelect, bookingId: true },
    orderBy: { joinedAt: 'asc' },
  });
  const stays = new Map<string, Row[]>(bookingIds.map((id) => [id, []]));
  for (const row of rows) stays.get(row.bookingId ?? '')?.push(toStay(row));
  return (bookingId) => {
    const all = stays.get(bookingId) ?? [];
    return {
      clientStays: all.filter(({ party }) => party === 'client'),
      providerStays: all.filter(({ party }) => party === 'provider'),
    };
  };
}

/** Who was in the room of an event: its host, and each participant apart. */
export async function listStaysOfEvent(
  database: Database,
  eventId: string,
): Promise<{ hostStays: Stay[]; staysOf: (accountId: string) => Stay[] }> {
  const rows = await database.attendance.findMany({
    where: { eventId },
    select: { ...staySelect, accountId: true },
    orderBy: { joinedAt: 'asc' },
  });
  const stays = rows.map(toStay);
  const ofClients = new Map<string, Stay[]>();
  for (const stay of stays.filter(({ party }) => party === 'client'))
    ofClients.set(stay.accountId, [...(ofClients.get(stay.accountId) ?? []), stay]);
  return {
    hostStays: stays.filter(({ party }) => party === 'provider'),
    staysOf: (accountId) => ofClients.get(accountId) ?? [],
  };
}
