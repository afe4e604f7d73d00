import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { Interval } from '@/lib/shared/time';
import { type BookingFilter, viewSelect } from '../repository';
import type { BookingView } from '../types';
import type { RescheduleStatus } from '@/lib/booking/rules/reschedule';

const select = {
  id: true,
  bookingId: true,
  proposedBy: true,
  status: true,
  startsAt: true,
  endsAt: true,
  heldUntil: true,
} as const;

export type RescheduleRecord = {
  id: string;
  bookingId: string;
  proposedBy: 'client' | 'provider';
  status: RescheduleStatus;
  startsAt: Date;
  endsAt: Date;
  heldUntil: Date;
};

type Row = Omit<RescheduleRecord, 'proposedBy'> & { proposedBy: string };
const toRecord = (row: Row): RescheduleRecord => ({
  ...row,
  proposedBy: row.proposedBy === 'client' ? 'client' : 'provider',
});

/** The open proposal of a booking; whoever decides it has locked the booking. */
export async function findOpenReschedule(
  database: Database,
  bookingId: string,
): Promise<RescheduleRecord | null> {
  const row = await database.reschedule.findFirst({ where: { bookingId, status: 'open' }, select });
  return row && toRecord(row);
}

type NewReschedule = Omit<RescheduleRecord, 'id' | 'status'> & {
  fromStartsAt: Date;
  message: string | null;
  createdAt: Date;
};

export async function insertReschedule(tx: Tx, data: NewReschedule): Promise<RescheduleRecord> {
  return toRecord(await tx.reschedule.create({ data, select }));
}

/** Compare-and-set; false when it was decided meanwhile. */
export async function closeReschedule(
  tx: Tx,
  id: string,
  data: { status: Exclude<RescheduleStatus, 'open'>; decidedAt: Date },
): Promise<boolean> {
  const { count } = await tx.reschedule.updateMany({ where: { id, status: 'open' }, data });
  return count === 1;
}

/**
 * Open proposals whose time is over, or whose session ended in another way; the oldest first, without those of these
 * ids.
 */
export function listLapsed(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string; bookingId: string }[]> {
  return database.$queryRaw`
    select r.id, r.booking_id as "bookingId" from reschedule r join booking b on b.id = r.booking_id
    where r.status = 'open' and (r.held_until <= ${now} or b.status <> 'accepted') and r.id <> all(${seen}::uuid[])
    order by r.held_until limit ${limit}`;
}

export type OpenReschedule = {
  bookingId: string;
  start: Date;
  end: Date;
  clientName: string;
  serviceTitle: string;
  /** By language; see `inLanguage`. */
  serviceTitles: unknown;
};

/** Times of some bookings that proposals keep in a stretch of time, in order. */
export async function listOpenReschedules(
  database: Database,
  booking: BookingFilter,
  { start, end }: Interval,
  now: Date,
): Promise<OpenReschedule[]> {
  const rows = await database.reschedule.findMany({
    where: {
      status: 'open',
      heldUntil: { gt: now },
      booking,
      startsAt: { lt: end },
      endsAt: { gt: start },
    },
    select: {
      ...select,
      booking: { select: { serviceTitle: true, serviceTitles: true, client: { select: { name: true } } } },
    },
    orderBy: { startsAt: 'asc' },
    take: 200,
  });
  return rows.map(({ bookingId, startsAt, endsAt, booking }) => ({
    bookingId,
    start: startsAt,
    end: endsAt,
    clientName: booking.client.name,
    serviceTitle: booking.serviceTitle,
    serviceTitles: booking.serviceTitles,
  }));
}

/** Accepted sessions for which the client has asked for another time that is still open. */
const askedToMove = (filter: BookingFilter, now: Date) =>
  ({
    ...filter,
    status: 'accepted',
    reschedules: { some: { status: 'open', proposedBy: 'client', heldUntil: { gt: now } } },
  }) satisfies Prisma.BookingWhereInput;

export function listAskedToMove(
  database: Database,
  filter: BookingFilter,
  { now, take }: { now: Date; take: number },
): Promise<BookingView[]> {
  return database.booking.findMany({
    where: askedToMove(filter, now),
    select: viewSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take,
  });
}

export function countAskedToMove(database: Database, filter: BookingFilter, now: Date): Promise<number> {
  return database.booking.count({ where: askedToMove(filter, now) });
}
