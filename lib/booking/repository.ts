import type { BookingStatus } from '@/lib/booking/rules/status';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { BookingRecord, BookingView, SessionTotals } from './types';

export const recordSelect = {
  id: true,
  clientId: true,
  providerId: true,
  specialistId: true,
  serviceId: true,
  status: true,
  version: true,
  startsAt: true,
  endsAt: true,
  bufferBeforeMinutes: true,
  bufferAfterMinutes: true,
  channel: true,
  channels: true,
  confirmationMode: true,
  paymentMode: true,
  priceAmount: true,
  currency: true,
  heldUntil: true,
  holdExtendedAt: true,
  freeCancelUntil: true,
  answerHours: true,
  answerBy: true,
  decidedAt: true,
  calendarSequence: true,
  createdAt: true,
  proposedAt: true,
  waitingEntryId: true,
  clientTimeZone: true,
  orderedAt: true,
  withdrawnAt: true,
} as const satisfies Prisma.BookingSelect;

export const viewSelect = {
  ...recordSelect,
  serviceTitle: true,
  serviceTitles: true,
  providerTimeZone: true,
  sellerName: true,
  sellerAddress: true,
  practiceStreet: true,
  practicePostalCode: true,
  practiceCity: true,
  practiceCountry: true,
  vatRegime: true,
  vatBps: true,
  commissionBps: true,
  clientNote: true,
  proposalMessage: true,
  reason: true,
  closedBy: true,
  requestedAt: true,
  closedAt: true,
  client: { select: { id: true, name: true, email: true, locale: true, timeZone: true } },
  provider: {
    select: {
      slug: true,
      displayName: true,
      portrait: true,
      accountId: true,
      timeZone: true,
      vatNote: true,
      offlinePaymentUrl: true,
      mainLocale: true,
      diplomasVerifiedAt: true,
      texts: { select: { locale: true, headline: true } },
      account: { select: { id: true, email: true, locale: true, name: true } },
    },
  },
  specialist: {
    select: {
      id: true,
      displayName: true,
      timeZone: true,
      account: { select: { id: true, email: true, locale: true } },
    },
  },
  reschedules: {
    where: { status: 'open' },
    select: { proposedBy: true, startsAt: true, endsAt: true, heldUntil: true, message: true },
  },
  payment: {
    select: {
      id: true,
      status: true,
      mode: true,
      amount: true,
      recordedAmount: true,
      chargeAt: true,
      paidAmount: true,
      refundedAmount: true,
      advisorAmount: true,
      claimUntil: true,
    },
  },
} as const satisfies Prisma.BookingSelect;

export function findBooking(database: Database, id: string): Promise<BookingRecord | null> {
  return database.booking.findUnique({ where: { id }, select: recordSelect });
}

export function findBookingView(database: Database, id: string): Promise<BookingView | null> {
  return database.booking.findUnique({ where: { id }, select: viewSelect });
}

/** Reads the row and keeps others from changing it until the transaction ends. */
export async function lockBooking(tx: Tx, id: string): Promise<BookingRecord | null> {
  await tx.$queryRaw`select 1 from booking where id = ${id}::uuid for update`;
  return findBooking(tx, id);
}

export async function insertBooking(
  tx: Tx,
  data: Prisma.BookingUncheckedCreateInput,
): Promise<BookingRecord> {
  return tx.booking.create({ data, select: recordSelect });
}

/** Compare-and-set on status and version; false when another request was faster. */
export async function updateStatus(
  tx: Tx,
  booking: Pick<BookingRecord, 'id' | 'status' | 'version'>,
  data: Prisma.BookingUncheckedUpdateManyInput & { status: BookingStatus },
): Promise<boolean> {
  const { count } = await tx.booking.updateMany({
    where: { id: booking.id, status: booking.status, version: booking.version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function updateHold(
  tx: Tx,
  booking: BookingRecord,
  data: { heldUntil: Date; holdExtendedAt: Date | null },
): Promise<boolean> {
  const { count } = await tx.booking.updateMany({
    where: { id: booking.id, status: 'held', version: booking.version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function updateOrder(
  tx: Tx,
  id: string,
  data: Pick<
    Prisma.BookingUncheckedUpdateInput,
    | 'orderTerms'
    | 'orderedAt'
    | 'earlyStartTerms'
    | 'earlyStartAt'
    | 'clientNote'
    | 'channel'
    | 'freeCancelUntil'
  >,
): Promise<void> {
  await tx.booking.update({ where: { id }, data, select: { id: true } });
}

/** Accepted sessions that start until then and whose price is due, paid at booking by a card that was refused. */
export function listUnpaid(
  database: Database,
  { now, until }: { now: Date; until: Date },
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.booking.findMany({
    where: {
      id: { notIn: seen },
      status: 'accepted',
      paymentMode: 'at_booking',
      startsAt: { gt: now, lte: until },
      payment: { status: 'due' },
    },
    select: { id: true },
    orderBy: { startsAt: 'asc' },
    take: limit,
  });
}

/** Where the money of a booking is, kept from changing until the transaction ends. */
export async function lockPaymentStatus(tx: Tx, bookingId: string): Promise<PaymentStatus | null> {
  const rows = await tx.$queryRaw<{ status: PaymentStatus }[]>`
    select status from payment where booking_id = ${bookingId}::uuid for update`;
  return rows[0]?.status ?? null;
}

/** Raises the sequence under which calendars know the booking. */
export async function raiseSequence(tx: Tx, id: string): Promise<void> {
  const data = { calendarSequence: { increment: 1 } };
  await tx.booking.update({ where: { id }, data, select: { id: true } });
}

/** Two requests of one client that count the same bookings wait for each other. */
export async function lockClient(tx: Tx, clientId: string): Promise<void> {
  await tx.$queryRaw`select 1 from account where id = ${clientId}::uuid for no key update`;
}

/** The client's holds of their own choice, running or not, kept from changing until the transaction ends. */
export async function lockHoldsOfClient(tx: Tx, clientId: string): Promise<BookingRecord[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from booking where client_id = ${clientId}::uuid and status = 'held' and waiting_entry_id is null for update`;
  return tx.booking.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: recordSelect });
}

/** The client's hold of this time, while it runs. */
export function findHold(
  database: Database,
  of: { clientId: string; serviceId: string; startsAt: Date; specialistId?: string },
  now: Date,
): Promise<Pick<BookingRecord, 'id' | 'priceAmount' | 'currency' | 'channels'> | null> {
  return database.booking.findFirst({
    where: { ...of, status: 'held', heldUntil: { gt: now } },
    select: { id: true, priceAmount: true, currency: true, channels: true },
  });
}

/** Bookings whose hold, proposal or answer time is over, oldest first, without those of these ids. */
export function listDue(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.$queryRaw`
    select id from booking
    where ((status in ('held', 'proposed') and held_until <= ${now}) or (status = 'pending' and answer_by <= ${now}))
      and id <> all(${seen}::uuid[])
    order by coalesce(answer_by, held_until) limit ${limit}`;
}

/** Accepted bookings that ended, for the outcome. In person the provider has 24 h to say it first. */
export async function listEnded(
  database: Database,
  now: Date,
  inPersonBefore: Date,
  limit: number,
  seen: string[],
): Promise<BookingRecord[]> {
  return database.booking.findMany({
    where: {
      id: { notIn: seen },
      status: 'accepted',
      OR: [
        { channel: { not: 'in_person' }, endsAt: { lte: now } },
        { channel: 'in_person', endsAt: { lte: inPersonBefore } },
      ],
    },
    select: recordSelect,
    orderBy: { endsAt: 'asc' },
    take: limit,
  });
}

/** Of a client, of a practice (of one client or specialist there), or of a specialist at several practices. */
export type BookingFilter =
  | { clientId: string }
  | { providerId: string; clientId?: string; specialistId?: string }
  | { specialistId: string; providerId: { in: string[] } };
export type BookingPage = {
  statuses: BookingStatus[];
  /** Accepted ones that have ended by then too: in person they wait to be marked. */
  orEndedBy?: Date;
  /** Proposals that nobody answered, too. */
  hasLapsed?: boolean;
  from?: Date;
  /** Sessions that begin before. */
  until?: Date;
  order: 'asc' | 'desc';
  take: number;
  skip?: number;
};

export function listBookingViews(
  database: Database,
  filter: BookingFilter,
  page: BookingPage,
): Promise<BookingView[]> {
  const { from, until, orEndedBy, hasLapsed = false, statuses } = page;
  const lapsed = { status: 'expired' as const, proposedAt: { not: null } };
  const ended = { status: 'accepted' as const, endsAt: { lte: orEndedBy ?? new Date(0) } };
  return database.booking.findMany({
    where: {
      ...filter,
      OR: [{ status: { in: statuses } }, ...(hasLapsed ? [lapsed] : []), ...(orEndedBy ? [ended] : [])],
      ...(from && { endsAt: { gt: from } }),
      ...(until && { startsAt: { lt: until } }),
    },
    select: viewSelect,
    orderBy: [{ startsAt: page.order }, { id: page.order }],
    take: page.take,
    skip: page.skip ?? 0,
  });
}

export function countBookings(
  database: Database,
  filter: BookingFilter,
  statuses: BookingStatus[],
): Promise<number> {
  return database.booking.count({ where: { ...filter, status: { in: statuses } } });
}

type SameProposal = Pick<BookingRecord, 'clientId' | 'serviceId' | 'startsAt' | 'priceAmount'> & {
  proposedAt: { gte: Date };
};

/** What was proposed lately to this client, at this time and for this price, and still stands. */
export function findSameProposal(database: Database, where: SameProposal): Promise<{ id: string } | null> {
  return database.booking.findFirst({
    where: { ...where, status: { in: ['proposed', 'accepted'] } },
    select: { id: true },
  });
}

export function listNamesOfParties(database: Database, ids: string[]) {
  return database.booking.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      clientId: true,
      providerId: true,
      specialistId: true,
      client: { select: { name: true } },
      provider: { select: { displayName: true } },
    },
  });
}

/** Of these ids those that are bookings with this specialist; their time is taken here already. */
export async function listKnownIds(
  database: Database,
  specialistId: string,
  ids: string[],
): Promise<Set<string>> {
  const rows = await database.booking.findMany({
    where: { specialistId, id: { in: ids } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Free sessions of a client with a provider that wait for an answer or have not ended. */
export function countFreeAhead(
  database: Database,
  { clientId, providerId }: { clientId: string; providerId: string },
  now: Date,
): Promise<number> {
  return database.booking.count({
    where: {
      clientId,
      providerId,
      priceAmount: 0,
      status: { in: ['pending', 'accepted'] },
      endsAt: { gt: now },
    },
  });
}

export async function hasOtherBooking(
  database: Database,
  clientId: string,
  hold: { serviceId: string; startsAt: Date },
): Promise<boolean> {
  const where = { clientId, NOT: { ...hold, status: 'held' as const } };
  return (await database.booking.findFirst({ where, select: { id: true } })) !== null;
}

/** The provider's sessions with each of these clients, in one statement; nothing for those who had none. */
export function countSessions(
  database: Database,
  providerId: string,
  clientIds: readonly string[],
  now: Date,
): Promise<(SessionTotals & { clientId: string })[]> {
  return database.$queryRaw`
    select client_id as "clientId", (count(*) filter (where status = 'completed'))::int as count,
      min(starts_at) filter (where status in ('completed', 'accepted')) as first,
      max(starts_at) filter (where status = 'completed') as last,
      min(starts_at) filter (where status in ('accepted', 'pending') and ends_at > ${now}) as next
    from booking
    where provider_id = ${providerId}::uuid and client_id = any(${[...clientIds]}::uuid[])
    group by client_id`;
}
