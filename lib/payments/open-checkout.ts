import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { subjectColumns, subjectId } from '@/lib/payments/rules/subject';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { CheckoutView } from '@/lib/server/stripe/checkout';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { serviceFault } from '@/lib/server/stripe/outcome';
import { money } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours } from '@/lib/shared/time';
import { withCustomer } from './customers';
import { fingerprint } from './fingerprint';
import { movePayment } from './move-payment';
import { lockPayment, updatePayment } from './repository';
import { closeSession } from './return-money';
import type { PaymentRecord, PaymentSubject } from './types';

export type CheckoutRequest = {
  /** `manual` only authorises: the money is taken when the provider accepts. */
  capture: 'manual' | 'automatic';
  locale: 'fr' | 'ru' | 'de' | 'en';
  customer: { accountId: string; email: string; name: string };
  title: string;
  description: string;
  successUrl: string;
  cancelUrl: string;
  now: Date;
};

/**
 * Opens the hosted checkout of a payment that was begun, or returns the one that is open. The key is stored before the
 * call, so a crash in between opens no second one; `payment.serviceUnavailable` when the service does not answer,
 * `booking.holdExpired` when the hold has ended while it did.
 */
export async function openCheckout(
  payment: PaymentRecord,
  request: CheckoutRequest,
): Promise<Result<{ url: string }>> {
  if (payment.checkoutUrl) return ok({ url: payment.checkoutUrl });
  return callService(payment, request);
}

/**
 * The client goes to pay: in the transaction that records the order, so that whatever ends the order afterwards finds the
 * checkout and ends it too. `payment.alreadyPaid` when it was paid already.
 */
export async function beginCheckout(
  tx: Tx,
  { subject, now }: { subject: PaymentSubject; now: Date },
): Promise<Result<PaymentRecord>> {
  const found = await lockPayment(tx, subject);
  if (!found) return err('common.notFound');
  const payment = isStale(found, now) ? await giveUpCheckout(tx, found, now) : found;
  if (payment.status === 'checkout_open') return ok(payment);
  if (payment.status !== 'none') return err('payment.alreadyPaid');
  const data = newPage(payment, now);
  const moved = await movePayment(tx, { payment, transition: 'openCheckout', by: 'client', now, data });
  return ok({ ...moved, ...data });
}

/**
 * The client leaves a card that is charged later, with consent to that (`consent` names its words): a hosted page that only
 * stores it. Otherwise as `beginCheckout`.
 */
export async function beginSetup(
  tx: Tx,
  { subject, consent, now }: { subject: PaymentSubject; consent: string; now: Date },
): Promise<Result<PaymentRecord>> {
  const found = await lockPayment(tx, subject);
  if (!found) return err('common.notFound');
  const payment = isStale(found, now) ? await giveUpCheckout(tx, found, now) : found;
  if (payment.status === 'setup_open') return ok(payment);
  if (payment.status !== 'none') return err('payment.alreadyPaid');
  const data = { ...newPage(payment, now), cardConsent: consent, cardConsentAt: now };
  const moved = await movePayment(tx, { payment, transition: 'openSetup', by: 'client', now, data });
  return ok({ ...moved, ...data });
}

/**
 * A page to pay what is due, by whoever has the link: opened anew when the last one has ended. `payment.notDue` when
 * nothing is due, or the card is just being tried.
 */
export async function beginLinkCheckout(
  tx: Tx,
  { paymentId, now }: { paymentId: string; now: Date },
): Promise<Result<PaymentRecord>> {
  const payment = await lockPayment(tx, { id: paymentId });
  if (payment?.status !== 'due' || payment.mode === 'off_platform') return err('payment.notDue');
  const { checkoutOpenedAt } = payment;
  if (checkoutOpenedAt && addHours(checkoutOpenedAt, checkoutLivesHours) > now) return ok(payment);
  if (payment.checkoutSessionId) await closeSession(tx, payment.id, payment.checkoutSessionId, now);
  const data = newPage(payment, now);
  await updatePayment(tx, payment, data);
  return ok({ ...payment, ...data, version: payment.version + 1 });
}

function newPage({ checkoutAttempt }: PaymentRecord, now: Date) {
  return {
    checkoutAttempt: checkoutAttempt + 1,
    checkoutSessionId: null,
    checkoutUrl: null,
    checkoutOpenedAt: now,
  };
}

/** A hosted page lives for 24 hours (https://docs.stripe.com/api/checkout/sessions/create, expires_at). */
const checkoutLivesHours = 23;

/** Whether the page that was opened has ended by itself, or is about to. */
function isStale({ status, checkoutOpenedAt }: PaymentRecord, now: Date): boolean {
  const isOpen = (status === 'checkout_open' || status === 'setup_open') && checkoutOpenedAt !== null;
  return isOpen && addHours(checkoutOpenedAt, checkoutLivesHours) <= now;
}

/** Another page will be opened: nobody may pay on the old one any more. */
async function giveUpCheckout(tx: Tx, payment: PaymentRecord, now: Date): Promise<PaymentRecord> {
  const moved = await movePayment(tx, { payment, transition: 'holdOver', by: 'client', now });
  if (payment.checkoutSessionId) await closeSession(tx, payment.id, payment.checkoutSessionId, now);
  return moved;
}

async function callService(
  payment: PaymentRecord,
  request: CheckoutRequest,
): Promise<Result<{ url: string }>> {
  try {
    const { customer, locale } = request;
    const payer = { ...customer, locale, attempt: String(payment.checkoutAttempt) };
    const { id, url } = await withCustomer(payer, (customerId) => openPage(payment, request, customerId));
    if (!url) return err('payment.serviceUnavailable');
    return inTransaction((tx) => keepSession(tx, { id, url }, payment, request.now));
  } catch (error) {
    const fault = serviceFault(error);
    if (!fault) throw error;
    // Nobody has seen what a broken answer made, so the next try makes a new one.
    if (fault === 'broken')
      await updatePayment(db(), payment, { checkoutAttempt: payment.checkoutAttempt + 1 });
    return err('payment.serviceUnavailable');
  }
}

/** The page that charges what is due, or only stores a card. */
function openPage(
  payment: PaymentRecord,
  request: CheckoutRequest,
  customerId: string,
): Promise<CheckoutView> {
  const { id, checkoutAttempt, subject } = payment;
  const { locale, successUrl, cancelUrl, title, description, capture } = request;
  const metadata = { paymentId: id, ...subjectColumns(subject) };
  const words = { customerId, locale, successUrl, cancelUrl, metadata };
  if (payment.status === 'setup_open') {
    const key = idempotencyKey.setup(id, checkoutAttempt, fingerprint(words));
    return stripeGateway().openSetupCheckout({ key, ...words });
  }
  const said = {
    ...words,
    title,
    description,
    capture,
    amount: money(payment.amount, payment.currency),
    transferGroup: subjectId(subject),
    saveCard: false,
  };
  const key = idempotencyKey.checkout(id, checkoutAttempt, fingerprint(said));
  return stripeGateway().openPaymentCheckout({ key, ...said });
}

/** A page is open for the client: to pay, to leave a card, or to pay what is due. */
const openStatuses: ReadonlySet<PaymentStatus> = new Set(['checkout_open', 'setup_open', 'due']);

/**
 * Remembers the session that was opened, unless another request was faster or the hold has ended meanwhile: then it is
 * closed and not handed out.
 */
async function keepSession(
  tx: Tx,
  session: { id: string; url: string },
  { id, checkoutAttempt }: PaymentRecord,
  now: Date,
): Promise<Result<{ url: string }>> {
  const payment = await lockPayment(tx, { id });
  if (!payment) return err('common.notFound');
  const isOpen = openStatuses.has(payment.status) && payment.checkoutAttempt === checkoutAttempt;
  if (isOpen && payment.checkoutSessionId === session.id) return ok({ url: session.url });
  if (isOpen && !payment.checkoutSessionId) {
    await updatePayment(tx, payment, { checkoutSessionId: session.id, checkoutUrl: session.url });
    return ok({ url: session.url });
  }
  await closeSession(tx, payment.id, session.id, now);
  if (isOpen && payment.checkoutUrl) return ok({ url: payment.checkoutUrl });
  if (payment.status === 'charging') return err('payment.notDue');
  return err(payment.status === 'none' ? 'booking.holdExpired' : 'payment.alreadyPaid');
}
