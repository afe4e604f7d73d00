import { followPayment } from '@/lib/booking/follow-payment';
import { followRefusal } from '@/lib/booking/follow-refusal';
import { followSeatPayment } from '@/lib/events/seats/follow-payment';
import { followBilling } from '@/lib/plans/subscriptions/follow-billing';
import * as payments from '@/lib/payments/jobs';

const followers = {
  booking: followPayment,
  seat: followSeatPayment,
  plan: followBilling,
  refused: followRefusal,
};

/** The worker's jobs of the payment service, with those who follow it. */
export const carryOutStripeCall = (payload: { callId: string }) =>
  payments.carryOutStripeCall(payload, followers);
export const handleStripeEvent = (payload: { eventId: string }) =>
  payments.handleStripeEvent(payload, followers);
