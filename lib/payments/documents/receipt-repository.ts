import type { PaymentSubject } from '@/lib/payments/types';
import type { Database } from '@/lib/server/db/client';
import { subjectColumns } from '../rules/subject';

const sale = {
  vatRegime: true,
  vatBps: true,
  sellerName: true,
  sellerAddress: true,
  status: true,
  startsAt: true,
  endsAt: true,
  clientTimeZone: true,
} as const;

const select = {
  id: true,
  providerId: true,
  clientId: true,
  status: true,
  amount: true,
  currency: true,
  paidAmount: true,
  refundedAmount: true,
  recordedAmount: true,
  offlineRecords: {
    where: { amount: { gt: 0 } },
    orderBy: { recordedAt: 'desc' },
    take: 1,
    select: { recordedAt: true },
  },
  chargedAt: true,
  deliveredAt: true,
  // What went back of a charge too many, or was sent again after a bank had returned it, is no part of the price.
  refunds: {
    where: { status: 'succeeded', surplusIntentId: null },
    orderBy: { number: 'asc' },
    select: { amount: true, settledAt: true, createdAt: true },
  },
  chargedBackAmount: true,
  disputes: {
    where: { status: 'lost', surplusIntentId: null },
    orderBy: { closedAt: 'desc' },
    take: 1,
    select: { closedAt: true, openedAt: true },
  },
  booking: {
    select: {
      ...sale,
      serviceTitle: true,
      serviceTitles: true,
      client: { select: { name: true, locale: true } },
      provider: { select: { vatId: true, vatNote: true } },
    },
  },
  seat: {
    select: {
      ...sale,
      titles: true,
      isLate: true,
      client: { select: { name: true, locale: true } },
      event: { select: { provider: { select: { vatId: true, vatNote: true } } } },
    },
  },
} as const;

/** Everything a receipt is written from: the payment, what was sold and by whom. */
export async function findReceiptSource(database: Database, subject: PaymentSubject) {
  const row = await database.payment.findUnique({ where: subjectColumns(subject), select });
  if (!row) return null;
  const { booking, seat, ...payment } = row;
  if (booking) {
    const { provider, serviceTitle, serviceTitles, status, ...sold } = booking;
    const isLate = status === 'cancelled' && payment.deliveredAt !== null;
    const cause = status === 'missed' ? ('missed' as const) : isLate ? ('lateCancel' as const) : null;
    return { ...payment, sale: { ...sold, provider, titles: serviceTitles, title: serviceTitle, cause } };
  }
  if (!seat) throw new Error(`payment ${row.id} is of nothing`);
  const { event, titles, isLate, ...sold } = seat;
  const cause = isLate ? ('lateCancel' as const) : null;
  return { ...payment, sale: { ...sold, provider: event.provider, titles, title: '', cause } };
}

export type ReceiptSource = NonNullable<Awaited<ReturnType<typeof findReceiptSource>>>;
