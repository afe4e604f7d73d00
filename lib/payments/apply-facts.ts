import { applyCharged } from '@/lib/payments/charges/apply-charged';
import { checkPaid } from '@/lib/payments/rules/refund';
import type { Tx } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { money } from '@/lib/shared/money';
import { applyDisputes } from './disputes/apply-disputes';
import { movePayment } from './move-payment';
import { adoptRefund } from './refunds/adopt-refund';
import { applyRefunds } from './refunds/apply-refunds';
import { findPayment, lockPayment } from './repository';
import { detachCard, letGo } from './return-money';
import type { PaymentFacts, PaymentRecord } from './types';

/**
 * What the booking or the seat must follow. `secured`: the client's money is authorised or charged for the first time, or
 * a card is there to be charged later. `lost`: an authorisation is gone without our asking, what came is not what is due
 * and goes back, or a bank has taken back what was paid before it was earned.
 */
export type PaymentChange = 'secured' | 'lost' | 'nothing';

/**
 * Brings a payment to what the payment service says: legal transitions only, and the ledger entries that belong to
 * them. Facts in any order, doubled or days late end in the same place.
 */
export async function applyFacts(tx: Tx, facts: PaymentFacts, now: Date): Promise<PaymentChange> {
  const payment = await lockPayment(tx, facts.subject);
  if (!payment) throw new Error(`facts about an unknown payment ${facts.paymentId}`);
  const change = await applyIntent(tx, payment, facts, now);
  const refunded = await findPayment(tx, { id: payment.id });
  if (refunded) await followRefunds(tx, refunded, facts, now);
  const disputed = await findPayment(tx, { id: payment.id });
  const isLost = disputed ? await applyDisputes(tx, disputed, facts, now) : false;
  return isLost ? 'lost' : change;
}

async function followRefunds(
  tx: Tx,
  payment: PaymentRecord,
  { refunds, byHand }: PaymentFacts,
  now: Date,
): Promise<void> {
  const adopted = byHand ? await adoptRefund(tx, payment, byHand, now) : null;
  if (adopted) await applyRefunds(tx, adopted.payment, [...refunds, adopted.fact], now);
  else await applyRefunds(tx, payment, refunds, now);
}

async function applyIntent(
  tx: Tx,
  payment: PaymentRecord,
  facts: PaymentFacts,
  now: Date,
): Promise<PaymentChange> {
  const { intent, charge, setup } = facts;
  if (setup) return applySetup(tx, payment, setup, now);
  if (!intent) return 'nothing';
  if (intent.status === 'requires_capture') return applyAuthorised(tx, payment, intent, now);
  if (intent.status === 'succeeded' && charge) return applyCharged(tx, payment, { intent, charge }, now);
  if (intent.status === 'processing' && payment.status === 'checkout_open') {
    await movePayment(tx, {
      payment,
      transition: 'startProcessing',
      now,
      data: { paymentIntentId: intent.id },
    });
  }
  // An intent of another page that has ended says nothing of the one that was authorised.
  const isPresent = payment.paymentIntentId === intent.id;
  if (intent.status === 'canceled' && payment.status === 'authorised' && isPresent) {
    await movePayment(tx, { payment, transition: 'releaseAuthorisation', now });
    return payment.returnCause ? 'nothing' : 'lost';
  }
  return 'nothing';
}

/** A card was left: kept once; one that comes when there is nothing to keep it for is forgotten again. */
async function applySetup(
  tx: Tx,
  payment: PaymentRecord,
  setup: NonNullable<PaymentFacts['setup']>,
  now: Date,
): Promise<PaymentChange> {
  if (payment.setupIntentId === setup.id) return 'nothing';
  const { paymentMethodId } = setup;
  const transition =
    payment.status === 'setup_open' ? 'storeCard' : payment.status === 'none' ? 'storeCardLate' : null;
  if (!transition || !payment.cardConsentAt) {
    await detachCard(tx, payment, paymentMethodId, now);
    return 'nothing';
  }
  const data = { setupIntentId: setup.id, paymentMethodId };
  await movePayment(tx, { payment, transition, now, data });
  return 'secured';
}

/** Whether amount and currency are those due; if not, somebody has to look. */
function isAsDue(payment: PaymentRecord, paid: { amount: number; currency: string }): boolean {
  const isDue = checkPaid(money(payment.amount, payment.currency), paid).ok;
  if (!isDue)
    log.error({ payment: payment.id, due: payment.amount, paid }, 'payment differs from what is due');
  return isDue;
}

async function applyAuthorised(
  tx: Tx,
  payment: PaymentRecord,
  intent: NonNullable<PaymentFacts['intent']>,
  now: Date,
): Promise<PaymentChange> {
  const transition =
    payment.status === 'checkout_open' ? 'authorise' : payment.status === 'none' ? 'authoriseLate' : null;
  // A released authorisation is told again by late events: its intent is known and nothing follows.
  const isKnown = payment.status === 'none' && payment.paymentIntentId === intent.id;
  if (!transition || isKnown) return 'nothing';
  const data = {
    paymentIntentId: intent.id,
    paymentMethodId: intent.paymentMethodId,
    authorisedAt: now,
  };
  const authorised = await movePayment(tx, { payment, transition, now, data });
  if (isAsDue(payment, intent)) return 'secured';
  await letGo(tx, authorised, 'mismatch', now);
  return 'lost';
}
