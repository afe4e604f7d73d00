import { sweepSubscriptions } from '@/sandbox/stripe/billing/subscription-flow';
import { expireCheckout } from '@/sandbox/stripe/checkout-flow';
import type { Call } from '@/sandbox/stripe/call';
import { loseUnanswered } from '@/sandbox/stripe/dispute-flow';
import { emit } from '@/sandbox/stripe/events';
import { cancelIntent } from '@/sandbox/stripe/payment-flow';
import { sweepPayouts } from '@/sandbox/stripe/payout-flow';
import { renderRefund, settleRefund } from '@/sandbox/stripe/resources/refunds';

/**
 * Does what became due by the sandbox clock: open Checkout sessions expire, authorisations lapse after
 * seven days, refunds that waited for money are paid, disputes nobody answered are lost, subscriptions renew.
 */
export function sweep(call: Call): void {
  const { store, now } = call;
  for (const session of store.checkouts.where('status', 'open')) {
    if (session.expiresAt <= now) expireCheckout({ ...call, account: session.account }, session);
  }
  for (const intent of store.intents.where('status', 'requires_capture')) {
    if (intent.captureBefore !== null && intent.captureBefore <= now) {
      cancelIntent({ ...call, account: intent.account }, intent, 'automatic', 'charge.expired');
    }
  }
  for (const refund of store.refunds.where('status', 'pending')) {
    const settled = settleRefund({ ...call, account: refund.account }, refund);
    if (settled.status === 'succeeded') {
      emit({ ...call, account: refund.account }, 'refund.updated', renderRefund(settled), {
        status: 'pending',
      });
    }
  }
  sweepSubscriptions(call);
  loseUnanswered(call);
}

/** The same, and the banks: payouts arrive, and accounts are paid out. Only for the clock, not for each call. */
export function sweepAll(call: Call): void {
  sweep(call);
  sweepPayouts(call);
}
