import type { Coming } from '@/lib/payments/rules/next-payout';
import type { Database } from '@/lib/server/db/client';
import type { DebtView } from './types';

/** A provider's own terms of payment and what decides whether it can be paid. */
export async function findPayoutTerms(database: Database, providerId: string) {
  const { connectAccount, taxData, ...terms } = await database.provider.findUniqueOrThrow({
    where: { id: providerId },
    select: {
      status: true,
      payoutSchedule: true,
      offlinePaymentUrl: true,
      salesStoppedAt: true,
      connectAccount: { select: { transfersActive: true, detailsComplete: true, requirements: true } },
      taxData: { select: { providerId: true } },
    },
  });
  return { ...terms, connectAccount, isTaxDataComplete: taxData !== null };
}

type Row = Coming & { isUnderWay: boolean };

const mostComing = 2000;

/**
 * What is earned and not paid out, by when it is released: neither claimed nor disputed, the first of it first. What is
 * being transferred is told as such.
 */
export function listComing(database: Database, providerId: string): Promise<Row[]> {
  return database.$queryRaw`
    select id, advisor_amount as amount, coalesce(released_at, claim_until) as "releasedAt", charged_at as "chargedAt",
      status = 'in_payout' as "isUnderWay"
    from payment
    where provider_id = ${providerId}::uuid and advisor_amount > 0 and charged_at is not null and (
      (status in ('releasable', 'in_payout') and released_at is not null)
      or (status = 'delivered_held' and claimed_at is null and claim_until is not null))
    order by 3, id limit ${mostComing}`;
}

/** When the oldest money that waits was charged; null when none does. */
export async function findOldestCharge(database: Database, providerId: string): Promise<Date | null> {
  const { _min } = await database.payment.aggregate({
    where: { providerId, status: { in: ['paid_held', 'delivered_held', 'claim_open', 'releasable'] } },
    _min: { chargedAt: true },
  });
  return _min.chargedAt;
}

const mostDebts = 100;

/** What a provider owes, the oldest first. */
export function listDebtsOf(database: Database, providerId: string): Promise<DebtView[]> {
  return database.$queryRaw`
    select d.id, d.kind, c.name as "clientName", coalesce(b.starts_at, s.starts_at) as "startsAt",
      d.amount - d.settled as left, d.due_at as "dueAt", o.open
    from provider_debt d join debt_standing o on o.id = d.id join payment p on p.id = d.payment_id join account c on c.id = p.client_id
    left join booking b on b.id = p.booking_id left join seat s on s.id = p.seat_id
    where d.provider_id = ${providerId}::uuid and d.settled < d.amount
    order by d.due_at, d.id limit ${mostDebts}`;
}
