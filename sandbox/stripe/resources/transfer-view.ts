import type { Stripe } from 'stripe';
import type { ReversalRecord, TransferRecord } from '@/sandbox/stripe/records';
import { renderList } from '@/sandbox/stripe/resources/lists';
import type { Store } from '@/sandbox/stripe/store';

export function renderReversal(reversal: ReversalRecord): Stripe.TransferReversal {
  return {
    id: reversal.id,
    object: 'transfer_reversal',
    amount: reversal.amount,
    balance_transaction: reversal.balanceTransaction,
    created: reversal.created,
    currency: reversal.currency,
    destination_payment_refund: null,
    metadata: reversal.metadata,
    source_refund: null,
    transfer: reversal.transfer,
  };
}

export function renderTransfer(store: Store, transfer: TransferRecord): Stripe.Transfer {
  const url = `/v1/transfers/${transfer.id}/reversals`;
  const reversals = store.reversals.where('transfer', transfer.id).reverse();
  return {
    id: transfer.id,
    object: 'transfer',
    amount: transfer.amount,
    amount_reversed: transfer.amountReversed,
    balance_transaction: transfer.balanceTransaction,
    created: transfer.created,
    currency: transfer.currency,
    description: transfer.description,
    destination: transfer.destination,
    destination_payment: transfer.destinationPayment,
    livemode: false,
    metadata: transfer.metadata,
    reversals: renderList({ items: reversals, hasMore: false }, url, renderReversal),
    reversed: transfer.amountReversed === transfer.amount,
    source_transaction: transfer.sourceTransaction,
    source_type: 'card',
    transfer_group: transfer.transferGroup,
  };
}
