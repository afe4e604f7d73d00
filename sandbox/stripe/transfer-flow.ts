import { availabilityOf, fundsOf, moveFunds } from '@/sandbox/stripe/balance';
import type { Call } from '@/sandbox/stripe/call';
import { invalidRequest, missingReference } from '@/sandbox/stripe/errors';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import type { ChargeRecord, Metadata, ReversalRecord, TransferRecord } from '@/sandbox/stripe/records';
import { canReceiveTransfers } from '@/sandbox/stripe/resources/account-view';
import { renderTransfer } from '@/sandbox/stripe/resources/transfer-view';

export type TransferWish = Pick<
  TransferRecord,
  'amount' | 'currency' | 'destination' | 'sourceTransaction' | 'transferGroup' | 'description' | 'metadata'
>;

function shortOfFunds(): Error {
  return invalidRequest(
    'You have insufficient available funds in your Stripe account. One way to add funds is to use the test card 4000000000000077.',
    { code: 'balance_insufficient' },
  );
}

function sourceOf(call: Call, wish: TransferWish): ChargeRecord | null {
  if (wish.sourceTransaction === null) return null;
  const charge = call.store.charges.find(wish.sourceTransaction);
  if (charge === undefined || charge.account !== call.account) {
    throw missingReference('charge', wish.sourceTransaction, 'source_transaction');
  }
  if (!charge.captured) {
    throw invalidRequest('The charge named by source_transaction has not been captured.', {
      param: 'source_transaction',
    });
  }
  const used = call.store.transfers
    .where('sourceTransaction', charge.id)
    .reduce((sum, transfer) => sum + transfer.amount - transfer.amountReversed, 0);
  if (used + wish.amount > charge.amountCaptured) {
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${charge.amountCaptured}.`,
      { code: 'charge_exceeds_source_limit', param: 'amount' },
    );
  }
  return charge;
}

/**
 * Sends money to a connected account. With a source the transfer waits for that charge's funds and may
 * be made before they are available; without one it needs available funds.
 */
export function createTransfer(call: Call, wish: TransferWish): TransferRecord {
  const account = call.store.accounts.find(wish.destination);
  if (account === undefined) throw missingReference('destination', wish.destination, 'destination');
  if (!canReceiveTransfers(account)) {
    throw invalidRequest(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer' },
    );
  }
  const charge = sourceOf(call, wish);
  const funds = fundsOf(call.store, call.account, wish.currency, call.now);
  const availableOn = availabilityOf(call, charge?.balanceTransaction ?? null);
  const usable = availableOn > call.now ? funds.available + funds.pending : funds.available;
  if (usable < wish.amount) throw shortOfFunds();
  return writeTransfer(call, wish, { availableOn });
}

/** Books both sides of a transfer that was found possible. */
export function writeTransfer(
  call: Call,
  wish: TransferWish,
  details: { availableOn: number; id?: string; balanceTransaction?: string | undefined; silent?: boolean },
): TransferRecord {
  const id = details.id ?? newStripeId('tr');
  const paymentId = newStripeId('py');
  const { availableOn } = details;
  const out = moveFunds(call, {
    id: details.balanceTransaction,
    account: call.account,
    type: 'transfer',
    amount: -wish.amount,
    currency: wish.currency,
    availableOn,
    source: id,
    description: wish.description,
  });
  const arrival = moveFunds(call, {
    account: wish.destination,
    type: 'payment',
    amount: wish.amount,
    currency: wish.currency,
    availableOn,
    source: paymentId,
  });
  call.store.charges.save({
    id: paymentId,
    account: wish.destination,
    created: call.now,
    intent: null,
    amount: wish.amount,
    amountCaptured: wish.amount,
    amountRefunded: 0,
    currency: wish.currency,
    captured: true,
    status: 'succeeded',
    customer: null,
    paymentMethod: null,
    description: null,
    receiptEmail: null,
    metadata: {},
    transferGroup: wish.transferGroup,
    balanceTransaction: arrival.id,
    failure: null,
    sourceTransfer: id,
    captureBefore: null,
    authenticated: false,
  });
  const transfer = call.store.transfers.save({
    id,
    account: call.account,
    created: call.now,
    ...wish,
    amountReversed: 0,
    destinationPayment: paymentId,
    balanceTransaction: out.id,
  });
  if (!details.silent) emit(call, 'transfer.created', renderTransfer(call.store, transfer));
  return transfer;
}

/** Takes a transfer back, as far as the connected account's balance reaches. */
export function createReversal(
  call: Call,
  transfer: TransferRecord,
  wish: {
    amount: number | null;
    metadata: Metadata;
    id?: string;
    balanceTransaction?: string | undefined;
    silent?: boolean;
  },
): ReversalRecord {
  const open = transfer.amount - transfer.amountReversed;
  const amount = wish.amount ?? open;
  if (open === 0 || amount > open) {
    throw invalidRequest(`You can reverse at most ${open} of transfer ${transfer.id}.`, { param: 'amount' });
  }
  const funds = fundsOf(call.store, transfer.destination, transfer.currency, call.now);
  if (funds.available + funds.pending < amount) {
    throw invalidRequest(
      `The connected account ${transfer.destination} does not have enough funds to reverse this transfer.`,
      { code: 'balance_insufficient' },
    );
  }
  const id = wish.id ?? newStripeId('trr');
  const availableOn = availabilityOf(call, transfer.balanceTransaction);
  const back = moveFunds(call, {
    id: wish.balanceTransaction,
    account: transfer.account,
    type: 'transfer_refund',
    amount,
    currency: transfer.currency,
    availableOn,
    source: id,
  });
  moveFunds(call, {
    account: transfer.destination,
    type: 'payment_refund',
    amount: -amount,
    currency: transfer.currency,
    availableOn,
    source: transfer.destinationPayment,
  });
  const changed = call.store.transfers.save({
    ...transfer,
    amountReversed: transfer.amountReversed + amount,
  });
  const reversal = call.store.reversals.save({
    id,
    account: transfer.account,
    created: call.now,
    transfer: transfer.id,
    amount,
    currency: transfer.currency,
    metadata: wish.metadata,
    balanceTransaction: back.id,
  });
  if (!wish.silent) {
    emit(call, 'transfer.reversed', renderTransfer(call.store, changed), {
      amount_reversed: transfer.amountReversed,
    });
  }
  return reversal;
}
