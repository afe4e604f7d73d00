import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isCheckInOpen } from '@/lib/booking/rules/outcome';
import { beginDoorPayment } from '@/lib/payments/charges/begin-door-payment';
import { openCheckout } from '@/lib/payments/open-checkout';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import type { ReturnAddresses } from './order-booking';
import { findBookingView, lockBooking } from './repository';
import type { BookingInput } from './schema';

/** `checkoutUrl` is null while the stored card is being charged. */
export type AtTheDoor = { bookingId: string; checkoutUrl: string | null };

/**
 * The client pays before they enter, from the opening of the session on: the stored card is charged. When it was refused,
 * a hosted page takes any card; the door stays shut until the price is paid. `booking.tooEarly`, `booking.ended` or
 * `payment.notDue` when there is nothing to pay now.
 */
export async function payAtDoor(
  actor: Actor,
  { bookingId }: BookingInput,
  { success, cancel, locale }: ReturnAddresses,
): Promise<Result<AtTheDoor>> {
  const now = await clock();
  const begun = await inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:pay', booking)) return err('common.notFound');
    if (booking.status !== 'accepted') return err('booking.statusChanged');
    if (!isCheckInOpen(booking, now))
      return err(now < booking.startsAt ? 'booking.tooEarly' : 'booking.ended');
    return beginDoorPayment(tx, { bookingId, now });
  });
  if (!begun.ok) return begun;
  if (begun.value === null) return ok({ bookingId, checkoutUrl: null });
  const booking = await findBookingView(db(), bookingId);
  if (!booking) return err('common.notFound');
  const { client } = booking;
  const opened = await openCheckout(begun.value, {
    capture: 'automatic',
    locale,
    customer: { accountId: client.id, email: client.email, name: client.name },
    title: booking.serviceTitle,
    description: booking.provider.displayName,
    successUrl: success,
    cancelUrl: cancel,
    now,
  });
  return opened.ok ? ok({ bookingId, checkoutUrl: opened.value.url }) : opened;
}
