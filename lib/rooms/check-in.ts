import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { findBooking } from '@/lib/booking/read-booking';
import { isCheckInOpen } from '@/lib/booking/rules/outcome';
import { findEventToAttend } from '@/lib/events/read-attendable';
import { isRoomOpen } from '@/lib/events/rules/outcome';
import { readIsPaid } from '@/lib/payments/read-money';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { addMinutes } from '@/lib/shared/time';
import { findOpenStay, insertStay, lockVisitor, type PartyOfRoom, type Room, updateStay } from './repository';
import type { PresenceInput } from './schema';

/** A stay that was not heard of for so long has ended; coming back begins a new one. */
const silenceMinutes = 2;

export type Presence = Room & { party: PartyOfRoom; isPresent: boolean };
type Entry = { room: Room; accountId: string; party: PartyOfRoom };

/**
 * Writes that the actor is in the room of an accepted booking, or of an event as its host or with a booked seat: from 10
 * minutes before the start until the end. Repeated while the page is open; `leave` ends the stay. Outcomes rest on these
 * rows. In person there is no room. A client who pays before entry enters once that is done (`payment.payFirst`).
 */
export async function checkIn(actor: Actor, input: PresenceInput): Promise<Result<Presence>> {
  const now = await clock();
  const entry =
    'eventId' in input
      ? await enterEvent(actor, input.eventId, now)
      : await enterBooking(actor, input.bookingId, now);
  if (!entry.ok) return entry;
  const { room, accountId, party } = entry.value;
  const isPresent = !input.leave;
  await inTransaction(async (tx) => {
    await lockVisitor(tx, accountId);
    const open = await findOpenStay(tx, room, accountId, addMinutes(now, -silenceMinutes));
    if (open) await updateStay(tx, open.id, { lastSeenAt: now, ...(isPresent ? {} : { leftAt: now }) });
    else if (isPresent) await insertStay(tx, { ...room, accountId, party, now });
  });
  return ok({ ...room, party, isPresent });
}

async function enterBooking(actor: Actor, bookingId: string, now: Date): Promise<Result<Entry>> {
  const booking = await findBooking(db(), bookingId);
  if (!booking || !can(actor, 'booking:attend', booking)) return err('common.notFound');
  if (booking.channel === 'in_person') return err('common.notFound');
  const party: PartyOfRoom = booking.clientId === actor.accountId ? 'client' : 'provider';
  if (booking.status !== 'accepted') return err('booking.statusChanged');
  if (!isCheckInOpen(booking, now)) return err(now < booking.startsAt ? 'booking.tooEarly' : 'booking.ended');
  if (party === 'client' && !(await readIsPaid(db(), bookingId))) return err('payment.payFirst');
  return ok({ room: { bookingId }, accountId: actor.accountId, party });
}

async function enterEvent(actor: Actor, eventId: string, now: Date): Promise<Result<Entry>> {
  const event = actor.kind === 'account' ? await findEventToAttend(db(), eventId, actor.accountId) : null;
  if (!event || !can(actor, 'event:attend', event)) return err('common.notFound');
  if (event.status !== 'published') return err('event.statusChanged');
  if (!isRoomOpen(event, now)) return err(now < event.startsAt ? 'booking.tooEarly' : 'booking.ended');
  const party: PartyOfRoom = can(actor, 'event:host', event) ? 'provider' : 'client';
  return ok({ room: { eventId }, accountId: actor.accountId, party });
}
