import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { money, toCurrency } from '@/lib/shared/money';
import type { Interval } from '@/lib/shared/time';
import { eventSelect, textSelect } from '../repository';
import { type SeatStatus, takingStatuses } from '../rules/status';
import type { Participant, SeatRecord, SeatView } from '../types';

const recordSelect = {
  id: true,
  eventId: true,
  clientId: true,
  providerId: true,
  status: true,
  version: true,
  startsAt: true,
  endsAt: true,
  priceAmount: true,
  currency: true,
  heldUntil: true,
  holdExtendedAt: true,
  freeCancelUntil: true,
  bookedAt: true,
  calendarSequence: true,
  waitingEntryId: true,
  clientTimeZone: true,
  orderedAt: true,
  withdrawnAt: true,
} as const satisfies Prisma.SeatSelect;

const viewSelect = {
  ...recordSelect,
  titles: true,
  vatRegime: true,
  vatBps: true,
  sellerName: true,
  sellerAddress: true,
  isLate: true,
  closedAt: true,
  closedBy: true,
  createdAt: true,
  client: { select: { id: true, name: true, email: true, locale: true, timeZone: true } },
  event: {
    select: {
      ...eventSelect,
      texts: textSelect,
      provider: {
        select: {
          id: true,
          kind: true,
          slug: true,
          displayName: true,
          portrait: true,
          timeZone: true,
          vatNote: true,
          diplomasVerifiedAt: true,
        },
      },
    },
  },
  payment: {
    select: { id: true, status: true, paidAmount: true, refundedAmount: true, claimUntil: true },
  },
} as const satisfies Prisma.SeatSelect;

type ViewRow = Prisma.SeatGetPayload<{ select: typeof viewSelect }>;

/** Who sells it stands for the event, whichever member of an organisation holds it. */
function toView({ event: { provider, ...event }, ...seat }: ViewRow): SeatView {
  const { id: providerId, displayName: name, diplomasVerifiedAt, ...rest } = provider;
  return {
    ...seat,
    event: { ...event, host: { ...rest, providerId, name, isVerified: diplomasVerifiedAt !== null } },
  };
}

export function findSeat(database: Database, id: string): Promise<SeatRecord | null> {
  return database.seat.findUnique({ where: { id }, select: recordSelect });
}

export async function findSeatView(database: Database, id: string): Promise<SeatView | null> {
  const row = await database.seat.findUnique({ where: { id }, select: viewSelect });
  return row && toView(row);
}

/** Reads the row and keeps others from changing it; its event is locked before. */
export async function lockSeat(tx: Tx, id: string): Promise<SeatRecord | null> {
  await tx.$queryRaw`select 1 from seat where id = ${id}::uuid for update`;
  return findSeat(tx, id);
}

/** The client's seat that is held, running or not, or booked: there is at most one. */
export function findOpenSeat(
  database: Database,
  of: { eventId: string; clientId: string },
): Promise<SeatRecord | null> {
  return database.seat.findFirst({
    where: { ...of, status: { in: ['held', ...takingStatuses] } },
    select: recordSelect,
  });
}

export async function insertSeat(tx: Tx, data: Prisma.SeatUncheckedCreateInput): Promise<SeatRecord> {
  return tx.seat.create({ data, select: recordSelect });
}

/** Compare-and-set on status and version; false when another request was faster. */
export async function updateSeat(
  tx: Tx,
  seat: Pick<SeatRecord, 'id' | 'status' | 'version'>,
  data: Prisma.SeatUncheckedUpdateManyInput & { status?: SeatStatus },
): Promise<boolean> {
  const { count } = await tx.seat.updateMany({
    where: { id: seat.id, status: seat.status, version: seat.version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Raises the sequence under which the client's calendar knows the seat, and returns it. */
export async function raiseSeatSequence(tx: Tx, id: string): Promise<number> {
  const row = await tx.seat.update({
    where: { id },
    data: { calendarSequence: { increment: 1 } },
    select: { calendarSequence: true },
  });
  return row.calendarSequence;
}

/** Seats of an event in some statuses, the first taken first. */
export function listSeatsOfEvent(tx: Tx, eventId: string, statuses: SeatStatus[]): Promise<SeatRecord[]> {
  return tx.seat.findMany({
    where: { eventId, status: { in: statuses } },
    select: recordSelect,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** Cancelled seats of an event whose money is still there to be judged. */
export function listLateSeats(tx: Tx, eventId: string): Promise<SeatRecord[]> {
  return tx.seat.findMany({ where: { eventId, isLate: true }, select: recordSelect, orderBy: { id: 'asc' } });
}

/** Who took part or was to, for the host; holds are the client's alone. */
export async function listParticipants(database: Database, eventId: string): Promise<Participant[]> {
  const rows = await database.seat.findMany({
    where: { eventId, status: { in: [...takingStatuses, 'cancelled'] } },
    select: {
      id: true,
      clientId: true,
      status: true,
      isLate: true,
      bookedAt: true,
      currency: true,
      client: { select: { name: true } },
      payment: { select: { paidAmount: true, refundedAmount: true } },
    },
    orderBy: [{ status: 'asc' }, { bookedAt: 'asc' }, { id: 'asc' }],
    take: 2000,
  });
  return rows.flatMap(({ id, status, client, payment, currency, ...row }) => {
    if (status === 'held' || status === 'expired') return [];
    const amount = (value = 0) => money(value, toCurrency(currency));
    const sums = { paid: amount(payment?.paidAmount), refunded: amount(payment?.refundedAmount) };
    return [{ ...row, ...sums, seatId: id, status, name: client.name }];
  });
}

export type SeatPage = { take: number } & ({ endsAfter: Date } | { overBy: Date });

/** A client's seats: booked for events that have not ended, the next first, or all others, the latest first. */
export async function listSeatViews(
  database: Database,
  clientId: string,
  page: SeatPage,
): Promise<SeatView[]> {
  const isComing = 'endsAfter' in page;
  const order = isComing ? 'asc' : 'desc';
  const over = 'overBy' in page ? page.overBy : new Date(0);
  const rows = await database.seat.findMany({
    where: isComing
      ? { clientId, status: 'booked', event: { endsAt: { gt: page.endsAfter } } }
      : {
          clientId,
          OR: [
            { status: { in: ['attended', 'absent', 'cancelled'] } },
            { status: 'booked', event: { endsAt: { lte: over } } },
          ],
        },
    select: viewSelect,
    orderBy: [{ event: { startsAt: order } }, { id: order }],
    take: page.take,
  });
  return rows.map(toView);
}

/** Seats that a client holds unpaid, the next start first. */
export async function listHeldSeats(database: Database, clientId: string, now: Date): Promise<SeatView[]> {
  const rows = await database.seat.findMany({
    where: { clientId, status: 'held', heldUntil: { gt: now } },
    select: viewSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toView);
}

/** A client's seats whose event starts inside the window and that stand or stood. */
export async function listFeedSeats(
  database: Database,
  clientId: string,
  window: Interval,
  take: number,
): Promise<(SeatView & { updatedAt: Date })[]> {
  const rows = await database.seat.findMany({
    where: {
      clientId,
      status: { in: [...takingStatuses] },
      event: { startsAt: { gte: window.start, lt: window.end } },
    },
    select: { ...viewSelect, updatedAt: true },
    orderBy: { id: 'asc' },
    take,
  });
  return rows.map((row) => ({ ...toView(row), updatedAt: row.updatedAt }));
}

/** Held seats whose hold is over, the oldest first, without those of these ids. */
export function listOverdueHolds(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.$queryRaw`
    select id from seat where status = 'held' and held_until <= ${now} and id <> all(${seen}::uuid[])
    order by held_until limit ${limit}`;
}

export async function updateSeatOrder(
  tx: Tx,
  id: string,
  data: { orderTerms: string; orderedAt: Date; earlyStartTerms: string | null; earlyStartAt: Date | null },
): Promise<void> {
  await tx.seat.update({ where: { id }, data, select: { id: true } });
}

/** Whether the account has a seat with which it may come. */
export async function hasBookedSeat(
  database: Database,
  of: { eventId: string; clientId: string },
): Promise<boolean> {
  const where = { ...of, status: { in: [...takingStatuses] } };
  return (await database.seat.findFirst({ where, select: { id: true } })) !== null;
}

/** Whom to tell of what happens to a seat. */
export async function findSeatOwner(tx: Tx, id: string) {
  const { eventId, client } = await tx.seat.findUniqueOrThrow({
    where: { id },
    select: { eventId: true, client: { select: { id: true, email: true, locale: true } } },
  });
  return { eventId, accountId: client.id, email: client.email, locale: client.locale };
}
