import type { Stripe } from 'stripe';
import { z } from 'zod';
import { availabilityOf, fundsOf, moveFunds } from '@/sandbox/stripe/balance';
import type { Call } from '@/sandbox/stripe/call';
import { invalidParameter, invalidRequest, missingObject, missingReference } from '@/sandbox/stripe/errors';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import { amount, mergeMetadata, metadata, paging, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import type { ChargeRecord, RefundRecord } from '@/sandbox/stripe/records';
import { renderCharge } from '@/sandbox/stripe/resources/charge-view';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

export function renderRefund(refund: RefundRecord): Stripe.Refund {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.balanceTransaction,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: null,
    customer_account: null,
    destination_details: { card: { type: 'refund' }, type: 'card' },
    ...(refund.failure === undefined
      ? {}
      : {
          failure_balance_transaction: refund.failure.balanceTransaction,
          failure_reason: refund.failure.reason,
        }),
    metadata: refund.metadata,
    payment_intent: refund.intent,
    payment_method: null,
    ...(refund.status === 'pending' ? { pending_reason: 'insufficient_funds' } : {}),
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
  };
}

function formatEuros(cents: number): string {
  return `€${(cents / 100).toFixed(2)}`;
}

function refundedCharge(
  call: Call,
  given: { charge?: string | undefined; payment_intent?: string | undefined },
): ChargeRecord {
  if (given.charge === undefined && given.payment_intent === undefined) {
    throw invalidParameter(
      'parameter_missing',
      'charge',
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const intent =
    given.payment_intent === undefined ? undefined : call.store.intents.find(given.payment_intent);
  if (given.payment_intent !== undefined && (intent === undefined || intent.account !== call.account)) {
    throw missingReference('payment_intent', given.payment_intent, 'payment_intent');
  }
  if (intent !== undefined && intent.status !== 'succeeded') {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  }
  const id = given.charge ?? intent?.latestCharge ?? '';
  const charge = call.store.charges.find(id);
  if (charge === undefined || charge.account !== call.account) throw missingReference('charge', id, 'charge');
  if (charge.status === 'failed' || !charge.captured) {
    throw invalidRequest(`Charge ${charge.id} has not been captured and cannot be refunded.`, {
      code: 'charge_not_refundable',
    });
  }
  if (call.store.disputes.where('charge', charge.id).some((dispute) => dispute.status !== 'won')) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  return charge;
}

/**
 * Takes the refund from the balance when it is covered. A refund may use up what its own charge brought,
 * pending or not; Stripe's fee on the charge is not returned and may overdraw the balance by its amount.
 */
export function settleRefund(call: Call, refund: RefundRecord): RefundRecord {
  const charge = call.store.charges.find(refund.charge);
  const source = charge?.balanceTransaction ? call.store.balances.find(charge.balanceTransaction) : undefined;
  const funds = fundsOf(call.store, refund.account, refund.currency, call.now);
  if (funds.available + funds.pending + (source?.fee ?? 0) < refund.amount) return refund;
  const balance = moveFunds(call, {
    account: refund.account,
    type: 'refund',
    amount: -refund.amount,
    currency: refund.currency,
    availableOn: availabilityOf(call, charge?.balanceTransaction ?? null),
    source: refund.id,
    description: 'REFUND FOR CHARGE',
  });
  return call.store.refunds.save({ ...refund, status: 'succeeded', balanceTransaction: balance.id });
}

const createInput = z.strictObject({
  charge: text.optional(),
  payment_intent: text.optional(),
  amount: amount.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
} satisfies ParamsOf<Stripe.RefundCreateParams>);

function createRefund(call: Call, given: z.output<typeof createInput>): RefundRecord {
  const charge = refundedCharge(call, given);
  const open = charge.amountCaptured - charge.amountRefunded;
  if (open === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  const wanted = given.amount ?? open;
  if (wanted > open) {
    throw invalidRequest(
      `Refund amount (${formatEuros(wanted)}) is greater than unrefunded amount on charge (${formatEuros(open)})`,
      { param: 'amount' },
    );
  }
  const refund = settleRefund(
    call,
    call.store.refunds.save({
      id: newStripeId('re'),
      account: call.account,
      created: call.now,
      charge: charge.id,
      intent: charge.intent,
      amount: wanted,
      currency: charge.currency,
      status: 'pending',
      reason: given.reason ?? null,
      metadata: mergeMetadata({}, given.metadata),
      balanceTransaction: null,
    }),
  );
  const changed = call.store.charges.save({ ...charge, amountRefunded: charge.amountRefunded + wanted });
  emit(call, 'refund.created', renderRefund(refund));
  emit(call, 'charge.refunded', renderCharge(call.store, changed), {
    amount_refunded: charge.amountRefunded,
  });
  return refund;
}

function requireRefund(call: Call, id: string): RefundRecord {
  const refund = call.store.refunds.find(id);
  if (refund === undefined || refund.account !== call.account) throw missingObject('refund', id);
  return refund;
}

export const refundRoutes: Route[] = [
  defineRoute('POST', '/v1/refunds', createInput, (call, _path, given) =>
    renderRefund(createRefund(call, given)),
  ),
  defineRoute(
    'GET',
    '/v1/refunds',
    z.strictObject({ ...paging, charge: text.optional(), payment_intent: text.optional() }),
    (call, _path, given) => {
      const page = call.store.refunds.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        created: given.created,
        match: { charge: given.charge, intent: given.payment_intent },
      });
      return renderList(page, '/v1/refunds', renderRefund);
    },
  ),
  defineRoute('GET', '/v1/refunds/:id', z.strictObject({}), (call, path) =>
    renderRefund(requireRefund(call, path.id)),
  ),
];
