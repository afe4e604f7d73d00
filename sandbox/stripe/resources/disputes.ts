import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { closeDispute, emitDispute, submitEvidence } from '@/sandbox/stripe/dispute-flow';
import { invalidRequest, missingObject } from '@/sandbox/stripe/errors';
import { flag, mergeMetadata, metadata, none, paging, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import type { DisputeRecord } from '@/sandbox/stripe/records';
import { renderDispute } from '@/sandbox/stripe/resources/dispute-view';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

function requireDispute(call: Call, id: string): DisputeRecord {
  const dispute = call.store.disputes.find(id);
  if (dispute === undefined || dispute.account !== call.account) throw missingObject('dispute', id);
  return dispute;
}

function requireOpen(call: Call, id: string): DisputeRecord {
  const dispute = requireDispute(call, id);
  if (dispute.status === 'needs_response') return dispute;
  throw invalidRequest(`This dispute is already ${dispute.status} and cannot be changed.`);
}

const evidence = z.strictObject({
  access_activity_log: text.optional(),
  cancellation_policy_disclosure: text.optional(),
  cancellation_rebuttal: text.optional(),
  customer_communication: text.optional(),
  customer_email_address: text.optional(),
  customer_name: text.optional(),
  product_description: text.optional(),
  receipt: text.optional(),
  refund_policy_disclosure: text.optional(),
  refund_refusal_explanation: text.optional(),
  service_date: text.optional(),
  service_documentation: text.optional(),
  uncategorized_file: text.optional(),
  uncategorized_text: text.optional(),
} satisfies ParamsOf<Stripe.DisputeUpdateParams.Evidence>);

const updateInput = z.strictObject({
  evidence: evidence.optional(),
  metadata: metadata.optional(),
  submit: flag.default(true),
} satisfies ParamsOf<Stripe.DisputeUpdateParams>);

/** Merges evidence as Stripe does: an empty text takes a field back. */
function mergeEvidence(
  old: Record<string, string>,
  given: z.output<typeof evidence> | undefined,
): Record<string, string> {
  const changes: [string, string][] = Object.entries(given ?? {}).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value]],
  );
  return mergeMetadata(old, Object.fromEntries(changes));
}

function update(call: Call, id: string, given: z.output<typeof updateInput>): DisputeRecord {
  const dispute = given.evidence === undefined ? requireDispute(call, id) : requireOpen(call, id);
  const changed = call.store.disputes.save({
    ...dispute,
    evidence: mergeEvidence(dispute.evidence, given.evidence),
    metadata: mergeMetadata(dispute.metadata, given.metadata),
  });
  if (given.evidence !== undefined && given.submit) return submitEvidence(call, changed);
  emitDispute(call, 'charge.dispute.updated', changed);
  return changed;
}

const listInput = z.strictObject({
  ...paging,
  charge: text.optional(),
  payment_intent: text.optional(),
} satisfies ParamsOf<Stripe.DisputeListParams>);

export const disputeRoutes: Route[] = [
  defineRoute('GET', '/v1/disputes', listInput, (call, _path, given) => {
    const page = call.store.disputes.page({
      account: call.account,
      limit: given.limit,
      startingAfter: given.starting_after,
      endingBefore: given.ending_before,
      created: given.created,
      match: { charge: given.charge, intent: given.payment_intent },
    });
    return renderList(page, '/v1/disputes', (dispute) => renderDispute(call.store, dispute, call.now));
  }),
  defineRoute('GET', '/v1/disputes/:id', none, (call, path) =>
    renderDispute(call.store, requireDispute(call, path.id), call.now),
  ),
  defineRoute('POST', '/v1/disputes/:id', updateInput, (call, path, given) =>
    renderDispute(call.store, update(call, path.id, given), call.now),
  ),
  defineRoute('POST', '/v1/disputes/:id/close', none, (call, path) =>
    renderDispute(call.store, closeDispute(call, requireOpen(call, path.id), 'lost'), call.now),
  ),
];
