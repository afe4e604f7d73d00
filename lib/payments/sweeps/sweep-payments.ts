import { entryE2, entryE4 } from '@/lib/payments/rules/ledger';
import { isReleasable } from '@/lib/payments/rules/release';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { toCurrency } from '@/lib/shared/money';
import { movePayment } from '../move-payment';
import { startPayouts } from '../payouts/start-payouts';
import { insertEntry, lockPayment } from '../repository';
import { type DuePayment, listAvailable, listReleasable, noteAvailable } from './repository';

const batch = 50;

type List = (now: Date, limit: number, seen: string[]) => Promise<DuePayment[]>;

/**
 * What time alone does to money: charges become available (E2), held money becomes payable after the claim window (E4),
 * and payable money goes to providers whose account may receive it. Returns how many rows failed.
 */
export async function sweepPayments(now: Date): Promise<number> {
  const available = await sweep('available', (...args) => listAvailable(db(), ...args), bookAvailable, now);
  const released = await sweep('release', (...args) => listReleasable(db(), ...args), release, now);
  return available + released + (await startPayouts(now));
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
