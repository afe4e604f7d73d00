import { z } from 'zod';
import { earningState, earningStatuses, shareOf } from '@/lib/payments/rules/advisor-share';
import type { Database } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { toCurrency } from '@/lib/shared/money';
import type { Earning } from './types';

const saleTerms = {
  commissionBps: true,
  commissionVatIncluded: true,
  commissionVatBps: true,
  reverseCharge: true,
  client: { select: { name: true } },
} as const;

const select = {
  id: true,
  status: true,
  amount: true,
  currency: true,
  commissionAmount: true,
  commissionVat: true,
  processingFee: true,
  advisorAmount: true,
  claimUntil: true,
  transferredAt: true,
  booking: {
    select: { ...saleTerms, id: true, serviceTitle: true, serviceTitles: true, startsAt: true },
  },
  seat: {
    select: { ...saleTerms, eventId: true, titles: true, event: { select: { startsAt: true } } },
  },
} as const satisfies Prisma.PaymentSelect;

type Row = Prisma.PaymentGetPayload<{ select: typeof select }>;

/** What was sold, by the same names for a session and a seat. */
function saleOf({ booking, seat }: Row) {
  if (booking) return { ...booking, bookingId: booking.id, eventId: null };
  if (!seat) throw new Error('a payment of nothing');
  const { titles, event, ...sale } = seat;
  const [serviceTitle = ''] = Object.values(titlesOf(titles));
  return { ...sale, bookingId: null, serviceTitle, serviceTitles: titles, startsAt: event.startsAt };
}

const titlesOf = (titles: unknown): Record<string, string> => z.record(z.string(), z.string()).parse(titles);

function toEarning(row: Row): Earning {
  const { id, booking: _, seat: __, ...payment } = row;
  const sale = saleOf(row);
  const terms = {
    commissionBps: sale.commissionBps,
    isVatIncluded: sale.commissionVatIncluded,
    vatBps: sale.commissionVatBps,
    isReverseCharge: sale.reverseCharge,
  };
  return {
    paymentId: id,
    bookingId: sale.bookingId,
    eventId: sale.eventId,
    clientName: sale.client.name,
    serviceTitle: sale.serviceTitle,
    serviceTitles: sale.serviceTitles,
    startsAt: sale.startsAt,
    status: payment.status,
    state: earningState(payment.status),
    amount: payment.amount,
    currency: toCurrency(payment.currency),
    share: shareOf({ ...payment, terms }),
    claimUntil: payment.claimUntil,
    transferredAt: payment.transferredAt,
  };
}

/** Nothing starts before or after. */
const always = { from: new Date(0), to: new Date('9000-01-01T00:00:00Z') };

/** The provider's paid sessions and seats that start in an interval, the latest first. */
export async function listEarnings(
  database: Database,
  providerId: string,
  { take, skip, between = always }: { take: number; skip: number; between?: { from: Date; to: Date } },
): Promise<Earning[]> {
  const statuses: string[] = [...earningStatuses, 'refunded'];
  const page = await database.$queryRaw<{ id: string }[]>`
    select p.id from payment p
    left join booking b on b.id = p.booking_id
    left join seat s on s.id = p.seat_id left join event e on e.id = s.event_id
    where p.provider_id = ${providerId}::uuid and p.status::text = any(${statuses}) and p.amount > 0
      and coalesce(b.starts_at, e.starts_at) >= ${between.from} and coalesce(b.starts_at, e.starts_at) < ${between.to}
    order by coalesce(b.starts_at, e.starts_at) desc, p.id desc limit ${take} offset ${skip}`;
  const ids = page.map(({ id }) => id);
  const rows = await database.payment.findMany({ where: { id: { in: ids } }, select });
  const earnings = new Map(rows.map((row) => [row.id, toEarning(row)]));
  return ids.flatMap((id) => earnings.get(id) ?? []);
}

/** Everything paid whose split is not booked yet: sessions to come. Bounded by how far ahead people book. */
export async function listUnbooked(database: Database, providerId: string): Promise<Earning[]> {
  const rows = await database.payment.findMany({
    where: { providerId, status: 'paid_held' },
    select,
    take: 2000,
  });
  return rows.map(toEarning);
}

/** The money of one booking; null while nothing was paid or reserved for it. */
export async function findEarning(database: Database, bookingId: string): Promise<Earning | null> {
  const row = await database.payment.findUnique({ where: { bookingId }, select });
  return row && row.amount > 0 ? toEarning(row) : null;
}

/** Sums of the advisor's part where it is booked, by status. */
export async function sumBooked(database: Database, providerId: string, paidOutSince: Date) {
  const [byStatus, recent] = await Promise.all([
    database.payment.groupBy({ by: ['status'], where: { providerId }, _sum: { advisorAmount: true } }),
    database.payment.aggregate({
      where: { providerId, status: 'transferred', transferredAt: { gte: paidOutSince } },
      _sum: { advisorAmount: true },
    }),
  ]);
  return {
    byStatus: byStatus.map(({ status, _sum }) => ({ status, amount: _sum.advisorAmount ?? 0 })),
    recent: recent._sum.advisorAmount ?? 0,
  };
}

/** When the first session or seat that was paid starts; null without any. */
export async function findFirstStart(database: Database, providerId: string): Promise<Date | null> {
  const [row] = await database.$queryRaw<{ first: Date | null }[]>`
    select min(coalesce(b.starts_at, s.starts_at)) as first from payment p
    left join booking b on b.id = p.booking_id left join seat s on s.id = p.seat_id
    where p.provider_id = ${providerId}::uuid and p.paid_amount > 0`;
  return row?.first ?? null;
}
