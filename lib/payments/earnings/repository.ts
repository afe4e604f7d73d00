import { earningState, earningStatuses, shareOf } from '@/lib/payments/rules/advisor-share';
import type { Database } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { toCurrency } from '@/lib/shared/money';
import type { Earning } from './types';

const select = {
  id: true,
  status: true,
  amount: true,
  currency: true,
  commissionAmount: true,
  commissionVat: true,
  advisorAmount: true,
  claimUntil: true,
  transferredAt: true,
  booking: {
    select: {
      id: true,
      serviceTitle: true,
      serviceTitles: true,
      startsAt: true,
      commissionBps: true,
      commissionVatIncluded: true,
      commissionVatBps: true,
      reverseCharge: true,
      client: { select: { name: true } },
    },
  },
} as const satisfies Prisma.PaymentSelect;

type Row = Prisma.PaymentGetPayload<{ select: typeof select }>;

function toEarning({ id, booking, ...payment }: Row): Earning {
  const terms = {
    commissionBps: booking.commissionBps,
    isVatIncluded: booking.commissionVatIncluded,
    vatBps: booking.commissionVatBps,
    isReverseCharge: booking.reverseCharge,
  };
  return {
    paymentId: id,
    bookingId: booking.id,
    clientName: booking.client.name,
    serviceTitle: booking.serviceTitle,
    serviceTitles: booking.serviceTitles,
    startsAt: booking.startsAt,
    status: payment.status,
    state: earningState(payment.status),
    amount: payment.amount,
    currency: toCurrency(payment.currency),
    share: shareOf({ ...payment, terms }),
    claimUntil: payment.claimUntil,
    transferredAt: payment.transferredAt,
  };
}

/** The provider's paid sessions, the latest first. */
export async function listEarnings(
  database: Database,
  providerId: string,
  { take, skip }: { take: number; skip: number },
): Promise<Earning[]> {
  const rows = await database.payment.findMany({
    where: { providerId, status: { in: [...earningStatuses, 'refunded'] }, amount: { gt: 0 } },
    select,
    orderBy: [{ booking: { startsAt: 'desc' } }, { id: 'desc' }],
    take,
    skip,
  });
  return rows.map(toEarning);
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
