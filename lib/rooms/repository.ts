import type { Stay } from '@/lib/booking/rules/attendance';
import type { Database } from '@/lib/server/db/client';

export type PartyOfRoom = 'client' | 'provider';
/** The page tells every 20 s that somebody is there; without a word of leaving, presence lasts until the next would be late. */
export const heartbeatMs = 20_000;
const lateMs = heartbeatMs + 10_000;

export type Attendances = { clientStays: Stay[]; providerStays: Stay[] };

export async function findOpenStay(database: Database, bookingId: string, accountId: string, since: Date) {
  return database.attendance.findFirst({
    where: { bookingId, accountId, leftAt: null, lastSeenAt: { gte: since } },
    select: { id: true },
    orderBy: { joinedAt: 'desc' },
  });
}

export async function insertStay(
  database: Database,
  data: { bookingId: string; accountId: string; party: PartyOfRoom; now: Date },
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

/** Who was in the rooms of these bookings, by side. */
export async function listStays(
  database: Database,
  bookingIds: string[],
): Promise<(bookingId: string) => Attendances> {
  const rows = await database.attendance.findMany({
    where: { bookingId: { in: bookingIds } },
    select: { bookingId: true, party: true, joinedAt: true, leftAt: true, lastSeenAt: true },
    orderBy: { joinedAt: 'asc' },
  });
  const stays = new Map<string, typeof rows>(bookingIds.map((id) => [id, []]));
  for (const row of rows) {
    const lastSeenAt = new Date(row.lastSeenAt.getTime() + (row.leftAt ? 0 : lateMs));
    stays.get(row.bookingId)?.push({ ...row, lastSeenAt });
  }
  return (bookingId) => {
    const all = stays.get(bookingId) ?? [];
    return {
      clientStays: all.filter(({ party }) => party === 'client'),
      providerStays: all.filter(({ party }) => party === 'provider'),
    };
  };
}
