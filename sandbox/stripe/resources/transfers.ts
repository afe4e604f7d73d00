import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { missingObject } from '@/sandbox/stripe/errors';
import {
  amount,
  currency,
  mergeMetadata,
  metadata,
  none,
  paging,
  text,
  type ParamsOf,
} from '@/sandbox/stripe/inputs';
import type { TransferRecord } from '@/sandbox/stripe/records';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { renderReversal, renderTransfer } from '@/sandbox/stripe/resources/transfer-view';
import { defineRoute, type Route } from '@/sandbox/stripe/router';
import { createReversal, createTransfer } from '@/sandbox/stripe/transfer-flow';

function requireTransfer(call: Call, id: string): TransferRecord {
  const transfer = call.store.transfers.find(id);
  if (transfer === undefined || transfer.account !== call.account) throw missingObject('transfer', id);
  return transfer;
}

const createInput = z.strictObject({
  amount,
  currency,
  destination: text,
  source_transaction: text.optional(),
  transfer_group: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
} satisfies ParamsOf<Stripe.TransferCreateParams>);

const reversalInput = z.strictObject({
  amount: amount.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
});

export const transferRoutes: Route[] = [
  defineRoute('POST', '/v1/transfers', createInput, (call, _path, given) =>
    renderTransfer(
      call.store,
      createTransfer(call, {
        amount: given.amount,
        currency: given.currency,
        destination: given.destination,
        sourceTransaction: given.source_transaction ?? null,
        transferGroup: given.transfer_group ?? null,
        description: given.description ?? null,
        metadata: mergeMetadata({}, given.metadata),
      }),
    ),
  ),
  defineRoute(
    'GET',
    '/v1/transfers',
    z.strictObject({ ...paging, destination: text.optional(), transfer_group: text.optional() }),
    (call, _path, given) => {
      const page = call.store.transfers.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        created: given.created,
        match: { destination: given.destination, transferGroup: given.transfer_group },
      });
      return renderList(page, '/v1/transfers', (transfer) => renderTransfer(call.store, transfer));
    },
  ),
  defineRoute('GET', '/v1/transfers/:id', none, (call, path) =>
    renderTransfer(call.store, requireTransfer(call, path.id)),
  ),
  defineRoute('POST', '/v1/transfers/:id/reversals', reversalInput, (call, path, given) =>
    renderReversal(
      createReversal(call, requireTransfer(call, path.id), {
        amount: given.amount ?? null,
        metadata: mergeMetadata({}, given.metadata),
      }),
    ),
  ),
  defineRoute('GET', '/v1/transfers/:id/reversals', z.strictObject(paging), (call, path, given) => {
    const transfer = requireTransfer(call, path.id);
    const page = call.store.reversals.page({
      account: call.account,
      limit: given.limit,
      startingAfter: given.starting_after,
      endingBefore: given.ending_before,
      match: { transfer: transfer.id },
    });
    return renderList(page, `/v1/transfers/${transfer.id}/reversals`, renderReversal);
  }),
  defineRoute('GET', '/v1/transfers/:id/reversals/:child', none, (call, path) => {
    const reversal = call.store.reversals.find(path.child);
    if (reversal === undefined || reversal.transfer !== requireTransfer(call, path.id).id) {
      throw missingObject('transfer reversal', path.child);
    }
    return renderReversal(reversal);
  }),
];
