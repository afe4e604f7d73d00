import type { Stripe } from 'stripe';
import { cardOf } from '@/sandbox/stripe/cards';
import type { DisputeRecord } from '@/sandbox/stripe/records';
import { renderBalanceTransaction } from '@/sandbox/stripe/resources/balance';
import type { Store } from '@/sandbox/stripe/store';

/** Evidence nobody gave, field by field. */
const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

function renderDetails(dispute: DisputeRecord, now: number): Stripe.Dispute.EvidenceDetails {
  const isOpen = dispute.status === 'needs_response';
  return {
    due_by: dispute.dueBy,
    enhanced_eligibility: {},
    has_evidence: Object.keys(dispute.evidence).length > 0,
    past_due: isOpen && dispute.dueBy <= now,
    submission_count: dispute.submissions,
    submission_method: dispute.submissions === 0 ? 'not_submitted' : 'manual',
  };
}

function renderCard(store: Store, dispute: DisputeRecord): Stripe.Dispute.PaymentMethodDetails {
  const method = store.charges.find(dispute.charge)?.paymentMethod ?? null;
  const number = method === null ? undefined : store.paymentMethods.find(method)?.number;
  const { brand } = cardOf(number ?? '');
  return {
    type: 'card',
    card: { brand, case_type: 'chargeback', network: brand, network_reason_code: '10.4' },
  };
}

/** A dispute with the movements it caused, newest first. */
export function renderDispute(store: Store, dispute: DisputeRecord, now: number): Stripe.Dispute {
  const movements = [dispute.reinstated, dispute.withdrawn]
    .map((id) => (id === null ? undefined : store.balances.find(id)))
    .filter((record) => record !== undefined);
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    balance_transactions: movements.map((record) => renderBalanceTransaction(record, now)),
    charge: dispute.charge,
    created: dispute.created,
    currency: dispute.currency,
    enhanced_eligibility_types: [],
    evidence: { ...noEvidence, ...dispute.evidence },
    evidence_details: renderDetails(dispute, now),
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: dispute.metadata,
    network_reason_code: '10.4',
    payment_intent: dispute.intent,
    payment_method_details: renderCard(store, dispute),
    reason: dispute.reason,
    status: dispute.status,
  };
}
