import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { entryE2, entryE4 } from '@/lib/payments/rules/ledger';
import { payoutReady } from '@/lib/payments/rules/payout';
import { isReleasable } from '@/lib/payments/rules/release';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { toCurrency } from '@/lib/shared/money';
import { findPayoutState } from '../connect/repository';
import { movePayment } from '../move-payment';
import { insertEntry, lockPayment } from '../repository';
import { scheduleCall } from '../stripe-calls';
import { type DuePayment, listAvailable, listPayable, listReleasable, noteAvailable } from './repository';

const batch = 50;

type List = (now: Date, limit: number, seen: string[]) => Promise<DuePayment[]>;

/**
 * What time alone does to money: charges become available (E2), held money becomes payable after the claim window (E4),
 * and payable money goes to providers whose account may receive it. Returns how many rows failed.
 */
export async function sweepPayments(now: Date): Promise<number> {
  const available = await sweep('available', (...args) => listAvailable(db(), ...args), bookAvailable, now);
  const released = await sweep('release', (...args) => listReleasable(db(), ...args), release, now);
  const started = await sweep('payout', (...args) => listPayable(db(), ...args), startPayout, now);
  return available + released + started;
}

function sweep(
  name: string,
  list: List,
  handle: (tx: Tx, due: DuePayment, now: Date) => Promise<void>,
  now: Date,
): Promise<number> {
  return sweepRows({
    name: `payments.${name}`,
    next: (seen) => list(now, batch, seen),
    handle: (due) => inTransaction((tx) => handle(tx, due, now)),
  });
}

async function bookAvailable(tx: Tx, { id }: DuePayment, now: Date): Promise<void> {
  const charge = await noteAvailable(tx, id, now);
  if (!charge) return;
  const { providerId, net, balanceTransactionId, currency } = charge;
  const entry = entryE2({ balanceTransactionId, currency: toCurrency(currency), net });
  await insertEntry(tx, entry, { paymentId: id, providerId }, now);
}

async function release(tx: Tx, { id }: DuePayment, now: Date): Promise<void> {
  const payment = await lockPayment(tx, { id });
  if (!payment || !isReleasable(payment, now)) return;
  const { id: paymentId, currency, providerId } = payment;
  const entry = entryE4({ paymentId, currency, advisor: payment.advisorAmount });
  await insertEntry(tx, entry, { paymentId, providerId }, now);
  await movePayment(tx, { payment, transition: 'release', now, data: { releasedAt: now } });
}

async function startPayout(tx: Tx, { id }: DuePayment, now: Date): Promise<void> {
  const payment = await lockPayment(tx, { id });
  if (payment?.status !== 'releasable') return;
  const state = await findPayoutState(tx, payment.providerId);
  if (!state || !payoutReady(state)) return;
  const transferAttempt = payment.transferAttempt + 1;
  await movePayment(tx, { payment, transition: 'startPayout', now, data: { transferAttempt } });
  const key = idempotencyKey.transfer(payment.id, transferAttempt);
  await scheduleCall(tx, { paymentId: payment.id, kind: 'transfer', idempotencyKey: key, now });
}
