import { fundsOf, moveFunds } from '@/sandbox/stripe/balance';
import { readBalanceSettings } from '@/sandbox/stripe/balance-settings';
import type { Call } from '@/sandbox/stripe/call';
import { invalidRequest } from '@/sandbox/stripe/errors';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import type { PayoutRecord } from '@/sandbox/stripe/records';
import { renderPayout } from '@/sandbox/stripe/resources/payout-view';

const day = 86_400;

/** A standard payout reaches the bank after a day. */
const travelTime = day;

/** An automatic payout takes what has been available for a day. */
const automaticDelay = day;

export type PayoutWish = Pick<
  PayoutRecord,
  'amount' | 'currency' | 'description' | 'statementDescriptor' | 'metadata' | 'automatic'
>;

/** Sends available money to the account's bank; what is pending cannot be sent. */
export function createPayout(call: Call, wish: PayoutWish): PayoutRecord {
  const funds = fundsOf(call.store, call.account, wish.currency, call.now);
  if (funds.available < wish.amount) {
    throw invalidRequest(
      'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
      { code: 'balance_insufficient' },
    );
  }
  const id = newStripeId('po');
  const movement = moveFunds(call, {
    account: call.account,
    type: 'payout',
    amount: -wish.amount,
    currency: wish.currency,
    availableOn: call.now,
    source: id,
    description: wish.description ?? 'STRIPE PAYOUT',
  });
  const payout = call.store.payouts.save({
    id,
    account: call.account,
    created: call.now,
    ...wish,
    status: 'pending',
    arrivesOn: call.now + travelTime,
    balanceTransaction: movement.id,
    failure: null,
    returned: null,
  });
  emit(call, 'payout.created', renderPayout(payout));
  return payout;
}

function bringBack(call: Call, payout: PayoutRecord, type: 'payout_cancel' | 'payout_failure'): string {
  return moveFunds(call, {
    account: payout.account,
    type,
    amount: payout.amount,
    currency: payout.currency,
    availableOn: call.now,
    source: payout.id,
    description: type === 'payout_failure' ? 'STRIPE PAYOUT FAILURE' : 'STRIPE PAYOUT CANCEL',
  }).id;
}

/** Takes back a payout that is not at the bank yet. */
export function cancelPayout(call: Call, payout: PayoutRecord): PayoutRecord {
  if (payout.status !== 'pending' || payout.automatic) {
    throw invalidRequest('Payouts can only be canceled while they are pending and were created by hand.');
  }
  const returned = bringBack(call, payout, 'payout_cancel');
  const canceled = call.store.payouts.save({ ...payout, status: 'canceled', returned });
  emit(call, 'payout.canceled', renderPayout(canceled), { status: payout.status });
  return canceled;
}

/** The bank refuses a payout, on its way or after it counted as paid: the money is back in the balance. */
export function failPayout(call: Call, payout: PayoutRecord, code: string): PayoutRecord {
  if (payout.status !== 'pending' && payout.status !== 'paid') {
    throw new Error(`payout ${payout.id} is ${payout.status}`);
  }
  const failed = call.store.payouts.save({
    ...payout,
    status: 'failed',
    failure: { code, message: 'The bank account could not receive this payout.' },
    returned: bringBack(call, payout, 'payout_failure'),
  });
  emit(call, 'payout.failed', renderPayout(failed), { status: payout.status });
  return failed;
}

export function completePayout(call: Call, payout: PayoutRecord): PayoutRecord {
  const paid = call.store.payouts.save({ ...payout, status: 'paid' });
  emit(call, 'payout.paid', renderPayout(paid), { status: 'pending' });
  return paid;
}

/** Accounts and currencies that have had something available for a day since their last payout. */
function accountsToPay(call: Call): { account: string | null; currency: string }[] {
  return call.store.db
    .prepare(
      `SELECT account, json_extract(json, '$.currency') AS currency FROM records AS line
       WHERE kind = 'balance_transaction' AND json_extract(json, '$.availableOn') <= ?
         AND json_extract(json, '$.net') > 0
         AND json_extract(json, '$.availableOn') > COALESCE(
           (SELECT MAX(created) FROM records AS payout
             WHERE payout.kind = 'payout' AND payout.account IS line.account), 0)
       GROUP BY 1, 2`,
    )
    .all(call.now - automaticDelay)
    .map((row) => ({
      account: row.account === null ? null : String(row.account),
      currency: String(row.currency),
    }));
}

/**
 * What the clock does to payouts: those on their way arrive, and accounts that are not on a manual
 * schedule are paid out what is available, above the minimum they keep.
 */
export function sweepPayouts(call: Call): void {
  for (const payout of call.store.payouts.where('status', 'pending')) {
    if (payout.arrivesOn <= call.now) completePayout({ ...call, account: payout.account }, payout);
  }
  for (const { account, currency } of accountsToPay(call)) {
    const settings = readBalanceSettings(call.store, account);
    if (settings.interval === 'manual') continue;
    const { available } = fundsOf(call.store, account, currency, call.now);
    const amount = available - (settings.minimumBalance[currency] ?? 0);
    if (amount <= 0) continue;
    createPayout(
      { ...call, account },
      { amount, currency, description: null, statementDescriptor: null, metadata: {}, automatic: true },
    );
  }
}
