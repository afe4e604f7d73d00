import { returnMoney } from '@/lib/payments/return-money';
import { isUnpaidTooLate, UNPAID_HOURS_BEFORE } from '@/lib/payments/rules/payment-time';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { addHours } from '@/lib/shared/time';
import { changeStatus } from './change-status';
import { listUnpaid, lockBooking, lockPaymentStatus } from './repository';
import { tellParties } from './tell-parties';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/**
 * Sessions whose stored card was refused and that are still unpaid 48 hours before their start do not take place: they are
 * cancelled, and nothing is due. Returns how many rows failed.
 */
export function cancelUnpaid(now: Date): Promise<number> {
  return sweepRows({
    name: 'booking.cancelUnpaid',
    next: (seen) => listUnpaid(db(), { now, until: addHours(now, UNPAID_HOURS_BEFORE) }, batch, seen),
    handle: ({ id }) => inTransaction((tx) => cancel(tx, id, now)),
  });
}

async function cancel(tx: Tx, id: string, now: Date): Promise<void> {
  const booking = await lockBooking(tx, id);
  if (booking?.status !== 'accepted' || booking.paymentMode !== 'at_booking') return;
  if (now >= booking.startsAt || !isUnpaidTooLate(booking.startsAt, now)) return;
  if ((await lockPaymentStatus(tx, id)) !== 'due') return;
  const data = { closedAt: now, closedBy: 'system' as const };
  const moved = await changeStatus(tx, { booking, transition: 'paymentLost', by, now, data });
  if (!moved.ok) throw new Error(`unpaid booking ${id}: ${moved.error.code}`);
  await returnMoney(tx, { bookingId: id, cause: 'unpaid', now });
  await tellParties(tx, id, 'cancelledUnpaid');
}
