import type { AccountActor } from '@/lib/access/actor';
import { loadBooking } from '@/lib/booking/loaders';
import { CHECK_IN_OPENS_MINUTES, isCheckInOpen } from '@/lib/booking/rules/outcome';
import type { BookingView } from '@/lib/booking/types';
import { isPaid } from '@/lib/payments/rules/standing';
import { now as clock } from '@/lib/server/clock';
import { money, toCurrency } from '@/lib/shared/money';
import { addMinutes } from '@/lib/shared/time';

/** Whether one can enter: before the opening, open, over, or not at all because it is not accepted. */
export type SessionPhase = 'early' | 'open' | 'over' | 'none';

/** The session page of a booking, from the side of whoever looks; null for everybody else, and in person. */
export async function loadSession(actor: AccountActor, bookingId: string) {
  const booking = await loadBooking(actor, bookingId);
  if (!booking || ['held', 'proposed', 'expired'].includes(booking.status)) return null;
  if (booking.channel === 'in_person') return null;
  const now = await clock();
  const isClient = booking.clientId === actor.accountId;
  const clientZone = booking.client.timeZone ?? booking.clientTimeZone;
  const providerZone = booking.provider.timeZone;
  const opensAt = addMinutes(booking.startsAt, -CHECK_IN_OPENS_MINUTES);
  return {
    booking,
    party: isClient ? ('client' as const) : ('provider' as const),
    otherName: isClient ? booking.provider.displayName : booking.client.name,
    zone: isClient ? clientZone : providerZone,
    otherZone: isClient ? providerZone : clientZone,
    phase: phaseOf(booking, now),
    opensIn: Math.max(0, opensAt.getTime() - now.getTime()),
    door: isClient ? doorOf(booking) : null,
  };
}

const doorStates = { charging: 'charging', checkout_open: 'refused', due: 'refused' } as const;

/** What is to be paid before the client enters; null when nothing is. */
function doorOf({ payment, priceAmount, currency }: BookingView) {
  if (!payment || isPaid(payment)) return null;
  const found = Object.entries(doorStates).find(([status]) => status === payment.status);
  return { state: found?.[1] ?? ('stored' as const), price: money(priceAmount, toCurrency(currency)) };
}

function phaseOf(booking: BookingView, now: Date): SessionPhase {
  if (booking.status !== 'accepted')
    return booking.status === 'completed' || booking.status === 'missed' ? 'over' : 'none';
  if (isCheckInOpen(booking, now)) return 'open';
  return now < booking.startsAt ? 'early' : 'over';
}
