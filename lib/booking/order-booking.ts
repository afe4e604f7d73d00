import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isHeld } from '@/lib/booking/rules/hold';
import type { Locale } from '@/lib/i18n/routing';
import { openCheckout } from '@/lib/payments/open-checkout';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { isPriceOpenTo } from './check-price';
import { confirmHeldBooking } from './confirm-held-booking';
import { findBookingView, lockBooking, lockClient, updateOrder } from './repository';
import type { OrderInput } from './schema';

/** Version of the words beside the order button; stored with the order. */
export const orderTermsVersion = 'order-2026-11';

export type OrderResult = { bookingId: string; checkoutUrl: string | null };
/** Where the hosted checkout leads back to, and the language in which it is shown: that of the page. */
export type ReturnAddresses = { success: string; cancel: string; locale: Locale };

/**
 * The order button: records what was agreed to and opens the hosted checkout, or confirms at once when nothing is
 * to be paid. Money and status follow from the payment service's word, never from the way back to our page.
 */
export async function orderBooking(
  actor: Actor,
  input: OrderInput,
  addresses: (bookingId: string) => ReturnAddresses,
): Promise<Result<OrderResult>> {
  const now = await clock();
  const recorded = await inTransaction(async (tx) => {
    const booking = await lockBooking(tx, input.bookingId);
    if (!booking || !can(actor, 'booking:pay', booking)) return err('common.notFound');
    if (booking.status !== 'held' || !booking.heldUntil) return err('booking.holdExpired');
    if (!isHeld({ heldUntil: booking.heldUntil, extendedAt: booking.holdExtendedAt }, now))
      return err('booking.holdExpired');
    const channel = input.channel ?? booking.channel;
    if (!booking.channels.includes(channel)) return err('booking.channelNotOffered');
    const agreed = { orderTerms: orderTermsVersion, orderedAt: now, clientNote: input.note, channel };
    await updateOrder(tx, booking.id, agreed);
    if (booking.priceAmount > 0) return ok({ isFree: false });
    // Counted again where it counts: several times may have been held before one of them was ordered.
    await lockClient(tx, booking.clientId);
    if (!(await isPriceOpenTo(tx, booking, booking.priceAmount, now))) return err('booking.tooManyFree');
    const confirmed = await confirmHeldBooking(
      tx,
      booking,
      { party: 'client', accountId: booking.clientId },
      now,
    );
    return confirmed.ok ? ok({ isFree: true }) : confirmed;
  });
  if (!recorded.ok) return recorded;
  if (recorded.value.isFree) return ok({ bookingId: input.bookingId, checkoutUrl: null });
  return payAtCheckout(input.bookingId, addresses(input.bookingId), now);
}

async function payAtCheckout(
  bookingId: string,
  { success, cancel, locale }: ReturnAddresses,
  now: Date,
): Promise<Result<OrderResult>> {
  const booking = await findBookingView(db(), bookingId);
  if (!booking) return err('common.notFound');
  const opened = await openCheckout({
    bookingId,
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
