import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { planNetting } from '@/lib/payments/rules/netting';
import { duePayouts, payoutReady } from '@/lib/payments/rules/payout';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { findPayoutState } from '../connect/repository';
import { findOpenDebtPayment } from '../debts/pay/repository';
import { listOpenDebts, lockDebts } from '../debts/repository';
import { movePayment } from '../move-payment';
import { arePayoutsStopped } from '../reconciliation/repository';
import { lockPayment } from '../repository';
import { scheduleCall } from '../stripe-calls';
import { noteTransferred } from './note-transfer';
import { insertNettings, listProvidersToPay, lockPayouts, lockReleased } from './repository';

const batch = 50;
/** Transfers of one provider that begin at once; what is left has its turn at the next sweep. */
const most = 200;

/**
 * Released money goes to providers whose account may receive it, per session or collected, less what they owe. Not while
 * the ledger differs from the payment service, nor while the provider has a page open to pay its debts, which is an hour at
 * most. Returns how many providers failed.
 */
export async function startPayouts(now: Date): Promise<number> {
  if (await arePayoutsStopped(db())) return 0;
  return sweepRows({
    name: 'payments.payout',
    next: (seen) => listProvidersToPay(db(), batch, seen),
    handle: ({ id }) => inTransaction((tx) => payProvider(tx, id, now)),
  });
}

async function payProvider(tx: Tx, providerId: string, now: Date): Promise<void> {
  const chosen = await lockPayouts(tx, providerId);
  const state = await findPayoutState(tx, providerId);
  if (!state || !payoutReady(state)) return;
  const { PAYOUT_SCHEDULE, PAYOUT_THRESHOLD: threshold, OPERATOR_TIME_ZONE: zone } = env();
  const schedule = chosen ?? PAYOUT_SCHEDULE;
  const due = duePayouts(await lockReleased(tx, providerId, now, most), { schedule, threshold, zone, now });
  if (due.length === 0) return;
  await lockDebts(tx, providerId);
  // Debts that are being paid by card lower nothing: a page opened again and again would keep them for ever.
  if (await findOpenDebtPayment(tx, providerId)) return;
  const { transfers, nettings } = planNetting(due, await listOpenDebts(tx, providerId, now));
  await insertNettings(tx, nettings, now);
  for (const [index, { id, amount }] of transfers.entries()) {
    const payable = due[index]?.amount ?? amount;
    await start(tx, id, { amount, nettedAmount: payable - amount }, now);
  }
}

async function start(
  tx: Tx,
  id: string,
  { amount, nettedAmount }: { amount: number; nettedAmount: number },
  now: Date,
): Promise<void> {
  const payment = await lockPayment(tx, { id });
  if (payment?.status !== 'releasable') throw new Error(`payment ${id} is not released any more`);
  const data = { transferAttempt: payment.transferAttempt + 1, nettedAmount };
  const moved = await movePayment(tx, { payment, transition: 'startPayout', now, data });
  if (amount === 0) return noteTransferred(tx, { ...moved, ...data }, null, now);
  const key = idempotencyKey.transfer(id, data.transferAttempt);
  await scheduleCall(tx, { paymentId: id, kind: 'transfer', idempotencyKey: key, now });
}
