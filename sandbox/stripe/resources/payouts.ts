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
import { cancelPayout, createPayout } from '@/sandbox/stripe/payout-flow';
import type { PayoutRecord } from '@/sandbox/stripe/records';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { renderPayout } from '@/sandbox/stripe/resources/payout-view';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

function requirePayout(call: Call, id: string): PayoutRecord {
  const payout = call.store.payouts.find(id);
  if (payout === undefined || payout.account !== call.account) throw missingObject('payout', id);
  return payout;
}

const createInput = z.strictObject({
  amount,
  currency,
  description: text.optional(),
  metadata: metadata.optional(),
  method: z.literal('standard').optional(),
  source_type: z.literal('card').optional(),
  statement_descriptor: text.max(22).optional(),
} satisfies ParamsOf<Stripe.PayoutCreateParams>);

const listInput = z.strictObject({
  ...paging,
  status: text.optional(),
} satisfies ParamsOf<Stripe.PayoutListParams>);

export const payoutRoutes: Route[] = [
  defineRoute('POST', '/v1/payouts', createInput, (call, _path, given) =>
    renderPayout(
      createPayout(call, {
        amount: given.amount,
        currency: given.currency,
        description: given.description ?? null,
        statementDescriptor: given.statement_descriptor ?? null,
        metadata: mergeMetadata({}, given.metadata),
        automatic: false,
      }),
    ),
  ),
  defineRoute('GET', '/v1/payouts', listInput, (call, _path, given) => {
    const page = call.store.payouts.page({
      account: call.account,
      limit: given.limit,
      startingAfter: given.starting_after,
      endingBefore: given.ending_before,
      created: given.created,
      match: { status: given.status },
    });
    return renderList(page, '/v1/payouts', renderPayout);
  }),
  defineRoute('GET', '/v1/payouts/:id', none, (call, path) => renderPayout(requirePayout(call, path.id))),
  defineRoute('POST', '/v1/payouts/:id/cancel', none, (call, path) =>
    renderPayout(cancelPayout(call, requirePayout(call, path.id))),
  ),
];
