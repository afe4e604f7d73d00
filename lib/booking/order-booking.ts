import type { Actor } from '@/lib/access/actor';
import { can, worksAt } from '@/lib/access/policy';
import { isTimeTaken } from '@/lib/availability/occupy-time';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { isHeld } from '@/lib/booking/rules/hold';
import { isOpenProposal } from '@/lib/booking/rules/proposal';
import { earlyStartUntil, earlyStartVersion } from '@/lib/booking/rules/withdrawal';
import type { Locale } from '@/lib/i18n/routing';
import { oweOffline } from '@/lib/payments/offline/owe-offline';
import { beginCheckout, beginSetup, openCheckout } from '@/lib/payments/open-checkout';
import { wayToPay } from '@/lib/payments/rules/payment-time';
import type { PaymentRecord } from '@/lib/payments/types';
import { readIsSuspended } from '@/lib/profiles/read-profile';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import type { ErrorCode } from '@/lib/shared/errors';
import { err, ok, type Result } from '@/lib/shared/result';
import { isPriceOpenTo } from './check-price';
import { confirmHeldBooking } from './confirm-held-booking';
import { findBookingView, lockBooking, lockClient, updateOrder } from './repository';
import type { OrderInput } from './schema';
import type { BookingRecord } from './types';
import { withdrawalRule } from './withdrawal/withdrawal-rule';

/** Version of the words beside the order button; stored with the order. */
export const orderTermsVersion = 'order-2026-11';
/** Version of the words with which a card is stored to be charged later; stored with the card. */
export const cardConsentVersion = 'card-2026-11';

export type OrderResult = { bookingId: string; checkoutUrl: string | null };
/** Where the hosted checkout leads back to, and the language in which it is shown: that of the page. */
export type ReturnAddresses = { success: string; cancel: string; locale: Locale };

/**
 * The order button, for a held time and for a proposal: records what was agreed to and opens the hosted page, which
 * charges, or stores a card that is charged later (with consent to that, else `payment.consentMissing`). What begins before
 * the period of withdrawal ends is asked for expressly, else `booking.earlyStartMissing`. Confirms at once when nothing is
 * to be paid, or it is paid outside the platform; not where the client works by now (`booking.ownService`). Money and status follow from the payment service's word, never from the way back to our page.
 */
export async function orderBooking(
  actor: Actor,
  input: OrderInput,
  addresses: (bookingId: string) => ReturnAddresses,
): Promise<Result<OrderResult>> {
  const now = await clock();
  try {
    const recorded = await inTransaction((tx) => recordOrder(tx, actor, input, now));
    if (!recorded.ok) return recorded;
    const { payment } = recorded.value;
    if (!payment) return ok({ bookingId: input.bookingId, checkoutUrl: null });
    return await payAtCheckout(payment, input.bookingId, addresses(input.bookingId), now);
  } catch (error) {
    // At the last instant another request, whose clock was a moment ahead, has taken the time.
    if (isTimeTaken(error)) return err('booking.slotTaken');
    throw error;
  }
}

/** What is to be paid; null when nothing is, and the booking is confirmed. */
type Recorded = { payment: PaymentRecord | null };

async function recordOrder(tx: Tx, actor: Actor, input: OrderInput, now: Date): Promise<Result<Recorded>> {
  const booking = await lockBooking(tx, input.bookingId);
  if (!booking || !can(actor, 'booking:pay', booking)) return err('common.notFound');
  if (worksAt(actor, booking.providerId)) return err('booking.ownService');
  const over = whyNotOpen(booking, now);
  if (over) return err(over);
  const channel = input.channel ?? booking.channel;
  if (!booking.channels.includes(channel)) return err('booking.channelNotOffered');
  if (await readIsSuspended(tx, booking.providerId)) return err('provider.notBookable');
  if (needsConsent(booking, now) && !input.cardConsent) return err('payment.consentMissing');
  const isEarly = earlyStartUntil(booking, withdrawalRule(), now) !== null;
  if (isEarly && !input.earlyStart) return err('booking.earlyStartMissing');
  await updateOrder(tx, booking.id, {
    orderTerms: orderTermsVersion,
    orderedAt: now,
    earlyStartTerms: isEarly ? earlyStartVersion : null,
    earlyStartAt: isEarly ? now : null,
    clientNote: input.note,
    channel,
    // A proposal may have waited for longer than one could have cancelled it free of charge.
    ...(booking.status === 'proposed' && { freeCancelUntil: freeCancelUntil(booking.startsAt, now) }),
  });
  if (booking.priceAmount === 0) return confirmFree(tx, booking, now);
  return beginPaying(tx, booking, now);
}

async function beginPaying(tx: Tx, booking: BookingRecord, now: Date): Promise<Result<Recorded>> {
  const subject = { bookingId: booking.id };
  const way = wayToPay(booking.paymentMode, booking.startsAt, now);
  if (way === 'outside') {
    const owed = await oweOffline(tx, { subject, now });
    if (!owed.ok) return owed;
    const confirmed = await confirmHeldBooking(tx, booking, byClient(booking), now);
    return confirmed.ok ? ok({ payment: null }) : confirmed;
  }
  const begun =
    way === 'card'
      ? await beginSetup(tx, { subject, consent: cardConsentVersion, now })
      : await beginCheckout(tx, { subject, now });
  return begun.ok ? ok({ payment: begun.value }) : begun;
}

const byClient = ({ clientId: accountId }: BookingRecord) => ({ party: 'client' as const, accountId });

/** Why a booking can no longer be ordered; null while it can. */
function whyNotOpen(booking: BookingRecord, now: Date): ErrorCode | null {
  const { status, heldUntil } = booking;
  if (status === 'proposed') return isOpenProposal(booking, now) ? null : 'booking.proposalLapsed';
  if (status !== 'held' || !heldUntil || !isHeld({ heldUntil, extendedAt: null }, now))
    return 'booking.holdExpired';
  return null;
}

/** Whether a card is stored that is charged later. */
function needsConsent({ priceAmount, paymentMode, startsAt }: BookingRecord, now: Date): boolean {
  return priceAmount > 0 && wayToPay(paymentMode, startsAt, now) === 'card';
}

/** Counted again where it counts: several times may have been held before one was ordered. What was proposed is not. */
async function confirmFree(tx: Tx, booking: BookingRecord, now: Date): Promise<Result<Recorded>> {
  await lockClient(tx, booking.clientId);
  const isOpen =
    booking.status === 'proposed' || (await isPriceOpenTo(tx, booking, booking.priceAmount, now));
  if (!isOpen) return err('booking.tooManyFree');
  const confirmed = await confirmHeldBooking(tx, booking, byClient(booking), now);
  return confirmed.ok ? ok({ payment: null }) : confirmed;
}

async function payAtCheckout(
  payment: PaymentRecord,
  bookingId: string,
  { success, cancel, locale }: ReturnAddresses,
  now: Date,
): Promise<Result<OrderResult>> {
  const booking = await findBookingView(db(), bookingId);
  if (!booking) return err('common.notFound');
  const opened = await openCheckout(payment, {
    capture: booking.confirmationMode === 'request' ? 'manual' : 'automatic',
    locale,
    customer: { accountId: booking.clientId, email: booking.client.email, name: booking.client.name },
    title: booking.serviceTitle,
    description: booking.provider.displayName,
    successUrl: success,
    cancelUrl: cancel,
    now,
  });
  return opened.ok ? ok({ bookingId, checkoutUrl: opened.value.url }) : opened;
}
