import type { AccountActor } from '@/lib/access/actor';
import { WITHDRAWAL_DAYS, type Withdrawal } from '@/lib/booking/rules/withdrawal';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { loadOwnBooking } from '../loaders';
import { listOrderedBookings } from './repository';
import type { BookingView } from '../types';
import { withdrawalOfBooking, withdrawalRule } from './withdrawal-rule';

/** Whether this operator's clients have a right of withdrawal. */
export const hasWithdrawalRight = (): boolean => withdrawalRule().isOn;

/** A period that ends with a weekend is longer by up to two days, and days are those of a zone. */
const longestDays = WITHDRAWAL_DAYS + 4;

/** Orders older than that cannot be withdrawn from. */
export const oldestOrder = (now: Date): Date => addHours(now, -longestDays * 24);

export type WithdrawableBooking = { booking: BookingView; withdrawal: Withdrawal };

/** Sessions and requests of the client that can be withdrawn from now, the next start first. */
export async function loadWithdrawableBookings(actor: AccountActor): Promise<WithdrawableBooking[]> {
  if (!hasWithdrawalRight()) return [];
  const now = await clock();
  const since = oldestOrder(now);
  const bookings = await listOrderedBookings(db(), { clientId: actor.accountId, since, now });
  return bookings.flatMap((booking) => {
    const withdrawal = withdrawalOfBooking(booking, now);
    return withdrawal ? [{ booking, withdrawal }] : [];
  });
}

/** The client's own booking with what withdrawing from it now would mean (null: not possible); null for any other. */
export async function loadWithdrawableBooking(
  actor: AccountActor,
  bookingId: string,
): Promise<{ booking: BookingView; orderedAt: Date; withdrawal: Withdrawal | null } | null> {
  const booking = await loadOwnBooking(actor, bookingId);
  if (!booking?.orderedAt || booking.status === 'held') return null;
  const { orderedAt } = booking;
  return { booking, orderedAt, withdrawal: withdrawalOfBooking(booking, await clock()) };
}
