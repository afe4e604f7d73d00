import { subjectColumns, subjectOf } from '@/lib/payments/rules/subject';
import { refundable, refundsUnderWay } from '@/lib/payments/rules/refund';
import type { PaymentSubject } from '@/lib/payments/types';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { toCurrency } from '@/lib/shared/money';
import type { ClaimStatus } from './rules/status';
import type { ClaimMoney, ClaimRecord, ClaimRow, ClaimSubject } from './types';

export const moneySelect = {
  select: {
    status: true,
    amount: true,
    mode: true,
    paidAmount: true,
    refundedAmount: true,
    chargedBackAmount: true,
    claimedAt: true,
    refunds: {
      where: { surplusIntentId: null, status: { in: refundsUnderWay } },
      select: { amount: true },
    },
  },
} as const;
const claimOf = { select: { id: true, status: true } } as const;

const bookingSelect = {
  id: true,
  clientId: true,
  providerId: true,
  specialistId: true,
  status: true,
  startsAt: true,
  endsAt: true,
  closedAt: true,
  closedBy: true,
  freeCancelUntil: true,
  channel: true,
  priceAmount: true,
  currency: true,
  serviceTitle: true,
  serviceTitles: true,
  payment: moneySelect,
  claim: claimOf,
} as const satisfies Prisma.BookingSelect;

const seatSelect = {
  id: true,
  eventId: true,
  clientId: true,
  providerId: true,
  status: true,
  startsAt: true,
  endsAt: true,
  closedAt: true,
  isLate: true,
  priceAmount: true,
  currency: true,
  titles: true,
  payment: moneySelect,
  claim: claimOf,
  event: { select: { hostId: true } },
} as const satisfies Prisma.SeatSelect;

export const aboutSelect = { booking: { select: bookingSelect }, seat: { select: seatSelect } } as const;

type BookingRow = Prisma.BookingGetPayload<{ select: typeof bookingSelect }>;
type SeatRow = Prisma.SeatGetPayload<{ select: typeof seatSelect }>;
type MoneyRow = Prisma.PaymentGetPayload<typeof moneySelect>;

const toMoney = (row: MoneyRow | null): ClaimMoney | null =>
  row && {
    status: row.status,
    amount: row.amount,
    paid: row.paidAmount,
    refunded: row.refundedAmount,
    left: refundable(row),
    underWay: row.refunds.reduce((sum, { amount }) => sum + amount, 0),
    isOffPlatform: row.mode === 'off_platform',
    isClaimed: row.claimedAt !== null,
  };

function ofBooking({ id, serviceTitle, serviceTitles, payment, currency, ...row }: BookingRow): ClaimSubject {
  return {
    ...row,
    kind: 'booking',
    subject: { bookingId: id },
    currency: toCurrency(currency),
    titles: serviceTitles,
    title: serviceTitle,
    money: toMoney(payment),
  };
}

function ofSeat({ id, event, payment, currency, ...row }: SeatRow): ClaimSubject {
  return {
    ...row,
    kind: 'seat',
    subject: { seatId: id },
    specialistId: event.hostId,
    currency: toCurrency(currency),
    title: '',
    money: toMoney(payment),
  };
}

export function toSubject({
  booking,
  seat,
}: {
  booking: BookingRow | null;
  seat: SeatRow | null;
}): ClaimSubject {
  if (booking) return ofBooking(booking);
  if (seat) return ofSeat(seat);
  throw new Error('a claim is about a booking or a seat');
}

export async function findSubject(database: Database, subject: PaymentSubject): Promise<ClaimSubject | null> {
  if (subject.seatId !== undefined) {
    const row = await database.seat.findUnique({ where: { id: subject.seatId }, select: seatSelect });
    return row && ofSeat(row);
  }
  const row = await database.booking.findUnique({ where: { id: subject.bookingId }, select: bookingSelect });
  return row && ofBooking(row);
}

/** The same, kept from changing until the transaction ends. */
export async function lockSubject(tx: Tx, subject: PaymentSubject): Promise<ClaimSubject | null> {
  if (subject.seatId !== undefined)
    await tx.$queryRaw`select 1 from seat where id = ${subject.seatId}::uuid for update`;
  else await tx.$queryRaw`select 1 from booking where id = ${subject.bookingId}::uuid for update`;
  return findSubject(tx, subject);
}

export const recordSelect = {
  id: true,
  number: true,
  bookingId: true,
  seatId: true,
  clientId: true,
  providerId: true,
  status: true,
  version: true,
  currency: true,
  isMediation: true,
  frozenAt: true,
  openedAt: true,
  answerBy: true,
  answeredAt: true,
  answeredAmount: true,
  replyBy: true,
  escalatedAt: true,
  dueAt: true,
  closedAt: true,
  settledAt: true,
  refundAmount: true,
  booking: { select: { specialistId: true, payment: moneySelect } },
  seat: { select: { event: { select: { hostId: true } }, payment: moneySelect } },
} as const satisfies Prisma.ClaimSelect;

type RecordRow = Prisma.ClaimGetPayload<{ select: typeof recordSelect }>;

export function toRecord({ bookingId, seatId, booking, seat, currency, ...row }: RecordRow): ClaimRecord {
  return {
    ...row,
    subject: subjectOf({ bookingId, seatId }),
    specialistId: booking?.specialistId ?? seat?.event.hostId ?? row.providerId,
    currency: toCurrency(currency),
    money: toMoney(booking?.payment ?? seat?.payment ?? null),
  };
}

export async function findClaim(database: Database, id: string): Promise<ClaimRecord | null> {
  const row = await database.claim.findUnique({ where: { id }, select: recordSelect });
  return row && toRecord(row);
}

/** Reads the row and keeps others from changing it until the transaction ends. */
export async function lockClaim(tx: Tx, id: string): Promise<ClaimRecord | null> {
  await tx.$queryRaw`select 1 from claim where id = ${id}::uuid for update`;
  return findClaim(tx, id);
}

type NewClaim = Omit<Prisma.ClaimUncheckedCreateInput, 'bookingId' | 'seatId'>;

export async function insertClaim(tx: Tx, subject: PaymentSubject, data: NewClaim): Promise<void> {
  await tx.claim.create({ data: { ...data, ...subjectColumns(subject) }, select: { id: true } });
}

/** Compare-and-set on status and version; false when another request was faster. */
export async function updateClaim(
  tx: Tx,
  claim: Pick<ClaimRecord, 'id' | 'status' | 'version'>,
  data: Prisma.ClaimUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.claim.updateMany({
    where: { id: claim.id, status: claim.status, version: claim.version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

type NewMessage = Omit<Prisma.ClaimMessageUncheckedCreateInput, 'files'>;

export async function insertMessage(tx: Tx, data: NewMessage, fileIds: readonly string[]): Promise<void> {
  const files = { create: fileIds.map((fileId) => ({ fileId })) };
  await tx.claimMessage.create({ data: { ...data, files }, select: { id: true } });
}

/**
 * Claims for which time, or the payment service, has decided something, and closed ones whose money is still to be
 * released; oldest first, without those of these ids.
 */
export function listDue(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.$queryRaw`
    select c.id from claim c left join payment p on p.booking_id = c.booking_id or p.seat_id = c.seat_id
    where c.settled_at is null and c.id <> all(${seen}::uuid[])
      and (c.closed_at is not null
        or (c.status = 'opened' and c.answer_by < ${now}) or (c.status = 'answered' and c.reply_by < ${now})
        or p.status in ('refunded', 'clawback', 'charged_back')
        or (p.status = 'refunding' and p.claimed_at is null))
    order by c.opened_at limit ${limit}`;
}

const rowSelect = {
  id: true,
  providerId: true,
  number: true,
  status: true,
  reason: true,
  openedAt: true,
  answerBy: true,
  replyBy: true,
  dueAt: true,
  closedAt: true,
  refundAmount: true,
  isMediation: true,
  currency: true,
  client: { select: { name: true } },
  provider: { select: { displayName: true } },
  booking: { select: { startsAt: true, serviceTitle: true, serviceTitles: true, payment: moneySelect } },
  seat: { select: { startsAt: true, titles: true, payment: moneySelect } },
} as const satisfies Prisma.ClaimSelect;

/** By the target of a decision, by the time to answer, or the latest first. */
const orders = {
  due: [{ dueAt: 'asc' }, { number: 'asc' }],
  answerBy: [{ answerBy: 'asc' }, { number: 'asc' }],
  latest: [{ openedAt: 'desc' }],
} satisfies Record<string, Prisma.ClaimOrderByWithRelationInput[]>;

type ListFilter = {
  where: Prisma.ClaimWhereInput;
  order: keyof typeof orders;
  take: number;
  skip?: number;
};

export async function listClaims(
  database: Database,
  { where, order, take, skip = 0 }: ListFilter,
): Promise<ClaimRow[]> {
  const rows = await database.claim.findMany({
    where,
    select: rowSelect,
    orderBy: orders[order],
    take,
    skip,
  });
  return rows.map(({ client, provider, booking, seat, currency, ...row }) => ({
    ...row,
    currency: toCurrency(currency),
    clientName: client.name,
    providerName: provider.displayName,
    titles: booking?.serviceTitles ?? seat?.titles,
    title: booking?.serviceTitle ?? '',
    startsAt: booking?.startsAt ?? seat?.startsAt ?? row.openedAt,
    paid: (booking?.payment ?? seat?.payment)?.paidAmount ?? 0,
  }));
}

export function countClaims(database: Database, where: Prisma.ClaimWhereInput): Promise<number> {
  return database.claim.count({ where });
}

export const statusIn = (...statuses: ClaimStatus[]) => ({ status: { in: statuses } });

const accountOf = { select: { id: true, email: true, locale: true } } as const;

/** Who hears of a claim. */
export async function findParties(tx: Tx, claimId: string) {
  const { client, providerId, provider, booking, seat } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      providerId: true,
      client: accountOf,
      provider: { select: { account: accountOf } },
      booking: { select: { specialist: { select: { id: true, account: accountOf } } } },
      seat: { select: { event: { select: { host: { select: { id: true, account: accountOf } } } } } },
    },
  });
  const giver = booking?.specialist ?? seat?.event.host;
  return {
    client,
    providerId,
    owner: provider.account,
    specialistId: giver?.id ?? providerId,
    specialist: giver?.account ?? provider.account,
  };
}

/** Who was in the room of what a claim is about, from when to when: its client, and whoever gave it. */
export async function findAttendance(
  database: Database,
  { subject, clientId }: Pick<ClaimRecord, 'subject' | 'clientId'>,
  eventId: string | null,
) {
  const room = subject.bookingId ? { bookingId: subject.bookingId } : { eventId };
  return database.attendance.findMany({
    where: { ...room, OR: [{ party: 'provider' }, { accountId: clientId }] },
    select: { party: true, joinedAt: true, leftAt: true, lastSeenAt: true },
    orderBy: { joinedAt: 'asc' },
  });
}

/** What a client did lately: sessions and seats that have begun or were cancelled late, the latest first. */
export async function listRecentSubjects(
  database: Database,
  clientId: string,
  { since, now, take }: { since: Date; now: Date; take: number },
): Promise<(ClaimSubject & { provider: { name: string; slug: string; portrait: string | null } })[]> {
  const begun = { startsAt: { lte: now }, endsAt: { gt: since } };
  const closed = { closedAt: { gt: since } };
  const provider = { select: { displayName: true, slug: true, portrait: true } } as const;
  const [bookings, seats] = await Promise.all([
    database.booking.findMany({
      where: {
        clientId,
        OR: [
          { ...begun, status: { in: ['accepted', 'completed', 'missed'] } },
          { ...closed, status: 'cancelled', decidedAt: { not: null } },
        ],
      },
      select: { ...bookingSelect, provider },
      orderBy: { startsAt: 'desc' },
      take,
    }),
    database.seat.findMany({
      where: {
        clientId,
        OR: [
          { ...begun, status: { in: ['booked', 'attended', 'absent'] } },
          { ...closed, status: 'cancelled' },
        ],
      },
      select: { ...seatSelect, event: { select: { hostId: true, provider } } },
      orderBy: { startsAt: 'desc' },
      take,
    }),
  ]);
  const named = ({
    displayName: name,
    ...rest
  }: {
    displayName: string;
    slug: string;
    portrait: string | null;
  }) => ({
    name,
    ...rest,
  });
  return [
    ...bookings.map(({ provider: by, ...row }) => ({ ...ofBooking(row), provider: named(by) })),
    ...seats.map(({ event: { provider: by, hostId }, ...row }) => ({
      ...ofSeat({ ...row, event: { hostId } }),
      provider: named(by),
    })),
  ].toSorted((a, b) => happenedAt(b, now).getTime() - happenedAt(a, now).getTime());
}

/** When something happened to it last: it ended, or was cancelled. */
function happenedAt({ closedAt, endsAt }: ClaimSubject, now: Date): Date {
  return closedAt ?? (endsAt < now ? endsAt : now);
}
