import type { Stripe } from 'stripe';
import type { Money } from '@/lib/shared/money';
import { idOf } from '@/lib/server/stripe/client';
import { attempt, type StripeOutcome } from '@/lib/server/stripe/outcome';

export type TransferInput = {
  key: string;
  amount: Money;
  accountId: string;
  /** The charge that pays for it: the transfer waits for its funds and reversals are exact. */
  chargeId: string;
  transferGroup: string;
  metadata: Record<string, string>;
};

export type TransferView = {
  id: string;
  amount: number;
  amountReversed: number;
  accountId: string | null;
  transferGroup: string | null;
  balanceTransactionId: string | null;
  metadata: Record<string, string>;
};

export type ReversalView = {
  id: string;
  amount: number;
  balanceTransactionId: string | null;
  metadata: Record<string, string>;
};

function toReversal(reversal: Stripe.TransferReversal): ReversalView {
  return {
    id: reversal.id,
    amount: reversal.amount,
    balanceTransactionId: idOf(reversal.balance_transaction),
    metadata: reversal.metadata ?? {},
  };
}

function toView(transfer: Stripe.Transfer): TransferView {
  return {
    id: transfer.id,
    amount: transfer.amount,
    amountReversed: transfer.amount_reversed,
    accountId: idOf(transfer.destination),
    transferGroup: transfer.transfer_group,
    balanceTransactionId: idOf(transfer.balance_transaction),
    metadata: transfer.metadata,
  };
}

export type TransferVerbs = {
  /** Sends a provider's share; `recipientNotReady` or `balanceInsufficient` when that is not possible yet. */
  transferToProvider: (input: TransferInput) => Promise<StripeOutcome<TransferView>>;
  /** Takes a transfer back, in part or whole; `balanceInsufficient` when the provider was paid out. */
  reverseTransfer: (
    transferId: string,
    amount: number,
    key: string,
    metadata: Record<string, string>,
  ) => Promise<StripeOutcome<ReversalView>>;
  /** The transfers of one booking, to find one whose answer was lost. */
  listTransfers: (transferGroup: string) => Promise<TransferView[]>;
  /** What was taken back of one transfer, newest first, to find a reversal whose answer was lost. */
  listReversals: (transferId: string) => Promise<ReversalView[]>;
};

export function transferVerbs(client: Stripe): TransferVerbs {
  return {
    transferToProvider: (input) =>
      attempt(async () =>
        toView(
          await client.transfers.create(
            {
              amount: input.amount.amount,
              currency: input.amount.currency.toLowerCase(),
              destination: input.accountId,
              source_transaction: input.chargeId,
              transfer_group: input.transferGroup,
              metadata: input.metadata,
            },
            { idempotencyKey: input.key },
          ),
        ),
      ),
    reverseTransfer: (transferId, amount, key, metadata) =>
      attempt(async () =>
        toReversal(
          await client.transfers.createReversal(transferId, { amount, metadata }, { idempotencyKey: key }),
        ),
      ),
    listTransfers: async (transferGroup) => {
      const transfers: TransferView[] = [];
      for await (const transfer of client.transfers.list({ transfer_group: transferGroup, limit: 100 })) {
        transfers.push(toView(transfer));
      }
      return transfers;
    },
    listReversals: async (transferId) => {
      const reversals: ReversalView[] = [];
      for await (const reversal of client.transfers.listReversals(transferId, { limit: 100 })) {
        reversals.push(toReversal(reversal));
      }
      return reversals;
    },
  };
}
