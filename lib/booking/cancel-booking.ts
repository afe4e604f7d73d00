import type { AccountActor, Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isCancellable, isFreeToCancel } from '@/lib/booking/rules/cancellation';
import { deliverPayment } from '@/lib/payments/deliver-payment';
import { returnMoney } from '@/lib/payments/return-money';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from './change-status';
import { lockBooking } from './repository';
import type { ReasonInput } from './schema';
import { tellParties } from './tell-parties';
import type { BookingRecord } from './types';

type Cancelled = { bookingId: string; isFree: boolean };

/**
 * Cancels an accepted booking before its start. By the provider: everything paid goes back. By the client: everything
 * goes back until the deadline stored with the booking (that instant included), later the full price is due.
 */
export async function cancelBooking(
  actor: Actor,
  { bookingId, reason }: ReasonInput,
): Promise<Result<Cancelled>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking) return err('common.notFound');
    if (can(actor, 'booking:cancelAsClient', booking))
      return cancel(tx, { booking, actor, party: 'client', reason, now });
    if (can(actor, 'booking:cancelAsProvider', booking))
      return cancel(tx, { booking, actor, party: 'provider', reason, now });
    return err('common.notFound');
  });
}

type Cancellation = {
  booking: BookingRecord;
  actor: AccountActor;
  party: 'client' | 'provider';
  reason: string | null;
  now: Date;
};

async function cancel(
  tx: Tx,
  { booking, actor, party, reason, now }: Cancellation,
): Promise<Result<Cancelled>> {
  if (booking.status === 'accepted' && !isCancellable(booking.startsAt, now))
    return err('booking.alreadyStarted');
  const transition = party === 'client' ? 'cancelByClient' : 'cancelByProvider';
  const data = { closedAt: now, closedBy: party, reason };
  const moved = await changeStatus(tx, {
    booking,
    transition,
    by: { party, accountId: actor.accountId },
    now,
    data,
  });
  if (!moved.ok) return moved;
  const isFree = party === 'provider' || isFreeToCancel(booking.freeCancelUntil, now);
  const bookingId = booking.id;
  if (isFree)
    await returnMoney(tx, { bookingId, cause: party === 'client' ? 'freeCancel' : 'providerCancelled', now });
  else await deliverPayment(tx, { bookingId, cause: 'lateCancel', endsAt: booking.endsAt, now });
  await tellParties(tx, bookingId, party === 'client' ? 'cancelledByClient' : 'cancelledByProvider');
  return ok({ bookingId, isFree });
}
