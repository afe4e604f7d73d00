import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { findBooking } from '@/lib/booking/read-booking';
import { isCheckInOpen } from '@/lib/booking/rules/outcome';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { addMinutes } from '@/lib/shared/time';
import { findOpenStay, insertStay, type PartyOfRoom, updateStay } from './repository';

/** A stay that was not heard of for so long has ended; coming back begins a new one. */
const silenceMinutes = 2;

export type Presence = { bookingId: string; party: PartyOfRoom; isPresent: boolean };

/**
 * Writes that the actor is in the room of an accepted booking: from 10 minutes before the start until the end. Repeated
 * while the page is open; `leave` ends the stay. Outcomes rest on these rows. In person there is no room.
 */
export async function checkIn(
  actor: Actor,
  input: { bookingId: string; leave?: boolean | undefined },
): Promise<Result<Presence>> {
  const now = await clock();
  const booking = await findBooking(db(), input.bookingId);
  if (!booking || !can(actor, 'booking:attend', booking)) return err('common.notFound');
  if (booking.channel === 'in_person') return err('common.notFound');
  const party: PartyOfRoom = booking.clientId === actor.accountId ? 'client' : 'provider';
  if (booking.status !== 'accepted') return err('booking.statusChanged');
  if (!isCheckInOpen(booking, now)) return err(now < booking.startsAt ? 'booking.tooEarly' : 'booking.ended');
  const isPresent = !input.leave;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`select 1 from account where id = ${actor.accountId}::uuid for update`;
    const open = await findOpenStay(tx, booking.id, actor.accountId, addMinutes(now, -silenceMinutes));
    if (open) await updateStay(tx, open.id, { lastSeenAt: now, ...(isPresent ? {} : { leftAt: now }) });
    else if (isPresent)
      await insertStay(tx, { bookingId: booking.id, accountId: actor.accountId, party, now });
  });
  return ok({ bookingId: booking.id, party, isPresent });
}
