import { z } from 'zod';
import { earningState, listedStates, shareOf, statusesOf } from '@/lib/payments/rules/advisor-share';
import type { Database } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { env } from '@/lib/server/env';
import { toCurrency } from '@/lib/shared/money';
import type { Earning, EarningFilter } from './types';

const saleTerms = {
  commissionBps: true,
  commissionVatIncluded: true,
  commissionVatBps: true,
  reverseCharge: true,
  advisorBearsFee: true,
  client: { select: { name: true } },
} as const;

const select = {
  id: true,
  status: true,
  mode: true,
  amount: true,
  currency: true,
  paidAmount: true,
  refundedAmount: true,
  chargedBackAmount: true,
  recordedAmount: true,
  commissionAmount: true,
  commissionVat: true,
  processingFee: true,
  advisorAmount: true,
  stripeFee: true,
  nettedAmount: true,
  deliveredAt: true,
  claimUntil: true,
  transferredAt: true,
  transferFailure: true,
  booking: {
    select: { ...saleTerms, id: true, serviceTitle: true, serviceTitles: true, startsAt: true },
  },
  seat: { select: { ...saleTerms, eventId: true, titles: true, startsAt: true } },
} as const satisfies Prisma.PaymentSelect;

type Row = Prisma.PaymentGetPayload<{ select: typeof select }>;

/** What was sold, by the same names for a session and a seat. */
function saleOf({ booking, seat }: Row) {
  if (booking) return { ...booking, bookingId: booking.id, eventId: null };
  if (!seat) throw new Error('a payment of nothing');
  const { titles, ...sale } = seat;
  const [serviceTitle = ''] = Object.values(titlesOf(titles));
  return { ...sale, bookingId: null, serviceTitle, serviceTitles: titles };
}

const titlesOf = (titles: unknown): Record<string, string> => z.record(z.string(), z.string()).parse(titles);

function toEarning(row: Row): Earning {
  const { booking: _, seat: __, ...payment } = row;
  const { mode, status, transferredAt } = payment;
  const sale = saleOf(row);
  const isOutside = mode === 'off_platform';
  const terms = {
    commissionBps: isOutside && !env().OFF_PLATFORM_COMMISSION ? 0 : sale.commissionBps,
    isVatIncluded: sale.commissionVatIncluded,
    vatBps: sale.commissionVatBps,
    isReverseCharge: sale.reverseCharge,
  };
  const borneFee = sale.advisorBearsFee ? (payment.stripeFee ?? 0) : 0;
  return {
    paymentId: row.id,
    bookingId: sale.bookingId,
    eventId: sale.eventId,
    clientName: sale.client.name,
    serviceTitle: sale.serviceTitle,
    serviceTitles: sale.serviceTitles,
    startsAt: sale.startsAt,
    status,
    state: earningState(status, mode),
    amount: payment.amount,
    paid: isOutside ? payment.recordedAmount : payment.paidAmount,
    refunded: payment.refundedAmount + payment.chargedBackAmount,
    currency: toCurrency(payment.currency),
    share: shareOf({ ...payment, terms, borneFee, isDelivered: payment.deliveredAt !== null }),
    claimUntil: payment.claimUntil,
    transferredAt,
    setOff: transferredAt ? payment.nettedAmount : 0,
    isTransferFailing: status === 'releasable' && payment.transferFailure !== null,
  };
}

/** Nothing starts before or after. */
const always = { from: new Date(0), to: new Date('9000-01-01T00:00:00Z') };

/** The provider's sessions and seats with money, by when they start, the latest first. */
export async function listEarnings(
  database: Database,
  providerId: string,
  { take, skip, state, between = always }: EarningFilter & { take: number; skip: number },
): Promise<Earning[]> {
  const states = state ? [state] : listedStates;
  const here: string[] = states.flatMap((one) => (one === 'direct' ? [] : statusesOf(one)));
  const outside: string[] = states.flatMap((one) => (one === 'direct' ? statusesOf(one) : []));
  const page = await database.$queryRaw<{ id: string }[]>`
    select p.id from payment p
    left join booking b on b.id = p.booking_id left join seat s on s.id = p.seat_id
    where p.provider_id = ${providerId}::uuid and p.amount > 0
      and p.status::text = any(case when p.mode = 'off_platform' then ${outside}::text[] else ${here}::text[] end)
      and coalesce(b.starts_at, s.starts_at) >= ${between.from} and coalesce(b.starts_at, s.starts_at) < ${between.to}
    order by coalesce(b.starts_at, s.starts_at) desc, p.id desc limit ${take} offset ${skip}`;
  const ids = page.map(({ id }) => id);
  const rows = await database.payment.findMany({ where: { id: { in: ids } }, select });
  const earnings = new Map(rows.map((row) => [row.id, toEarning(row)]));
  return ids.flatMap((id) => earnings.get(id) ?? []);
}

/** The money of one booking; null while nothing was paid or reserved for it. */
export async function findEarning(database: Database, bookingId: string): Promise<Earning | null> {
  const row = await database.payment.findUnique({ where: { bookingId }, select });
  return row && row.amount > 0 ? toEarning(row) : null;
}

/** When the first session or seat that was paid starts; null without any. */
export async function findFirstStart(database: Database, providerId: string): Promise<Date | null> {
  const [row] = await database.$queryRaw<{ first: Date | null }[]>`
    select min(coalesce(b.starts_at, s.starts_at)) as first from payment p
    left join booking b on b.id = p.booking_id left join seat s on s.id = p.seat_id
    where p.provider_id = ${providerId}::uuid and (p.paid_amount > 0 or p.recorded_amount > 0)`;
  return row?.first ?? null;
}
