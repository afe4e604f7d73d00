import type { Stripe } from 'stripe';
import { moveFunds } from '@/sandbox/stripe/balance';
import type { Call } from '@/sandbox/stripe/call';
import { cardOf } from '@/sandbox/stripe/cards';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import type { ChargeRecord, DisputeRecord } from '@/sandbox/stripe/records';
import { renderDispute } from '@/sandbox/stripe/resources/dispute-view';

/** Stripe's fee on a dispute in euros, kept also when the dispute is won. */
export const disputeFee = 2_000;

/** Evidence is taken for three weeks; a dispute nobody answers until then is lost. */
const answerTime = 21 * 86_400;

type DisputeEvent = Extract<Stripe.EventBase['type'], `charge.dispute.${string}`>;

export function emitDispute(
  call: Call,
  type: DisputeEvent,
  dispute: DisputeRecord,
  previous: Record<string, unknown> | null = null,
): void {
  emit(call, type, renderDispute(call.store, dispute, call.now), previous);
}

export type DisputeWish = { amount: number; reason: string };

/**
 * The bank takes a charge back: amount and fee leave the available balance at once, also when that makes
 * it negative. Throws when the charge has no such money or is under dispute.
 */
export function openDispute(call: Call, charge: ChargeRecord, wish: DisputeWish): DisputeRecord {
  if (!charge.captured || wish.amount < 1 || wish.amount > charge.amountCaptured) {
    throw new Error(`charge ${charge.id} has no ${wish.amount} that could be disputed`);
  }
  const before = call.store.disputes.where('charge', charge.id);
  if (before.length > 0) throw new Error(`charge ${charge.id} was disputed before`);
  const id = newStripeId('du');
  const withdrawn = moveFunds(call, {
    account: charge.account,
    type: 'adjustment',
    amount: -wish.amount,
    fee: disputeFee,
    currency: charge.currency,
    availableOn: call.now,
    source: id,
    description: `Chargeback withdrawal for ${charge.id}`,
  });
  const dispute = call.store.disputes.save({
    id,
    account: charge.account,
    created: call.now,
    charge: charge.id,
    intent: charge.intent,
    amount: wish.amount,
    currency: charge.currency,
    reason: wish.reason,
    status: 'needs_response',
    evidence: {},
    submissions: 0,
    dueBy: call.now + answerTime,
    metadata: {},
    withdrawn: withdrawn.id,
    reinstated: null,
  });
  emitDispute(call, 'charge.dispute.created', dispute);
  emitDispute(call, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** The test card for disputes is taken back as fraudulent once its charge has gone through. */
export function disputeIfCardDoes(call: Call, charge: ChargeRecord): void {
  const method =
    charge.paymentMethod === null ? undefined : call.store.paymentMethods.find(charge.paymentMethod);
  if (method === undefined || !cardOf(method.number).disputed) return;
  openDispute(call, charge, { amount: charge.amountCaptured, reason: 'fraudulent' });
}

/** The bank decides. Won: the amount comes back, the fee does not. An ended dispute stays as it is. */
export function closeDispute(call: Call, dispute: DisputeRecord, status: 'won' | 'lost'): DisputeRecord {
  if (dispute.status === 'won' || dispute.status === 'lost') return dispute;
  const reinstated =
    status === 'lost'
      ? null
      : moveFunds(call, {
          account: dispute.account,
          type: 'adjustment',
          amount: dispute.amount,
          currency: dispute.currency,
          availableOn: call.now,
          source: dispute.id,
          description: `Chargeback reversal for ${dispute.charge}`,
        }).id;
  const closed = call.store.disputes.save({ ...dispute, status, reinstated });
  if (status === 'won') emitDispute(call, 'charge.dispute.funds_reinstated', closed);
  emitDispute(call, 'charge.dispute.closed', closed, { status: dispute.status });
  return closed;
}

/** What Stripe's test mode makes of these words in `uncategorized_text`. */
const verdicts: Record<string, 'won' | 'lost'> = { winning_evidence: 'won', losing_evidence: 'lost' };

/** Evidence goes to the bank, which decides at once for the words of test mode and otherwise takes its time. */
export function submitEvidence(call: Call, dispute: DisputeRecord): DisputeRecord {
  const sent = call.store.disputes.save({
    ...dispute,
    status: 'under_review',
    submissions: dispute.submissions + 1,
  });
  emitDispute(call, 'charge.dispute.updated', sent, { status: dispute.status });
  const verdict = verdicts[sent.evidence.uncategorized_text ?? ''];
  return verdict === undefined ? sent : closeDispute(call, sent, verdict);
}

/** Disputes whose time for evidence is over are lost. */
export function loseUnanswered(call: Call): void {
  for (const dispute of call.store.disputes.where('status', 'needs_response')) {
    if (dispute.dueBy <= call.now) closeDispute({ ...call, account: dispute.account }, dispute, 'lost');
  }
}
