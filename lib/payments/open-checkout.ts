import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { money } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { findCustomerId, storeCustomerId } from './customers';
import { movePayment } from './move-payment';
import { lockPayment, updatePayment } from './repository';
import type { PaymentRecord } from './types';

type CheckoutRequest = {
  bookingId: string;
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
 * Opens the hosted checkout of a booking, or returns the one that is open. The key is stored before the call, so a
 * crash in between opens no second one; `payment.serviceUnavailable` when the service does not answer.
 */
export async function openCheckout(request: CheckoutRequest): Promise<Result<{ url: string }>> {
  const payment = await inTransaction((tx) => startCheckout(tx, request));
  if (!payment.ok) return payment;
  if (payment.value.checkoutUrl) return ok({ url: payment.value.checkoutUrl });
  return callService(payment.value, request);
}

async function startCheckout(
  tx: Parameters<Parameters<typeof inTransaction>[0]>[0],
  { bookingId, now }: CheckoutRequest,
): Promise<Result<PaymentRecord>> {
  const payment = await lockPayment(tx, bookingId);
  if (!payment) return err('common.notFound');
  if (payment.status === 'checkout_open') return ok(payment);
  if (payment.status !== 'none') return err('payment.alreadyPaid');
  const checkoutAttempt = payment.checkoutAttempt + 1;
  const data = { checkoutAttempt, checkoutSessionId: null, checkoutUrl: null };
  const moved = await movePayment(tx, { payment, transition: 'openCheckout', by: 'client', now, data });
  return ok({ ...moved, ...data });
}

async function callService(
  payment: PaymentRecord,
  request: CheckoutRequest,
): Promise<Result<{ url: string }>> {
  const { customer, locale, title, description, capture, successUrl, cancelUrl, bookingId } = request;
  try {
    const session = await stripeGateway().openPaymentCheckout({
      key: idempotencyKey.checkout(payment.id, payment.checkoutAttempt),
      customerId: await customerIdOf(customer, locale),
      locale,
      title,
      description,
      capture,
      successUrl,
      cancelUrl,
      amount: money(payment.amount, payment.currency),
      transferGroup: bookingId,
      saveCard: false,
      metadata: { paymentId: payment.id, bookingId },
    });
    if (!session.url) return err('payment.serviceUnavailable');
    await updatePayment(db(), payment, { checkoutSessionId: session.id, checkoutUrl: session.url });
    return ok({ url: session.url });
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    // An answer of 500 is repeated for the same key; nobody has seen that session, so the next try opens a new one.
    if (typeOf(error) === 'StripeAPIError')
      await updatePayment(db(), payment, { checkoutAttempt: payment.checkoutAttempt + 1 });
    return err('payment.serviceUnavailable');
  }
}

/** The service did not answer or answered with a fault of its own: trying again with the same key is safe. */
function isUnreachable(error: unknown): boolean {
  return ['StripeConnectionError', 'StripeAPIError', 'StripeRateLimitError'].includes(typeOf(error));
}

function typeOf(error: unknown): string {
  return error instanceof Error && 'type' in error ? String(error.type) : '';
}

async function customerIdOf(
  { accountId, email, name }: CheckoutRequest['customer'],
  locale: CheckoutRequest['locale'],
): Promise<string> {
  const known = await findCustomerId(db(), accountId);
  if (known) return known;
  const { id } = await stripeGateway().createCustomer({
    key: `cu:${accountId}`,
    email,
    name,
    locale,
    metadata: { accountId },
  });
  await storeCustomerId(db(), accountId, id);
  return id;
}
