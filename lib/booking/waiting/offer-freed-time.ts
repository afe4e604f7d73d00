import { isTimeTaken } from '@/lib/availability/occupy-time';
import type { Slot } from '@/lib/availability/rules/slots';
import { offerEnds } from '@/lib/booking/rules/waiting';
import type { Tx } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { givenBy } from '@/lib/services/given-by';
import type { Offer } from '@/lib/services/types';
import { addHours, addMinutes, type Interval, localDate, overlaps } from '@/lib/shared/time';
import { isPriceOpenTo } from '../check-price';
import { insertHold } from '../insert-hold';
import { tellParties } from '../tell-parties';
import { moveEntry } from './move-entry';
import { listOfferedStarts, listOwnSessions, lockQueue } from './repository';
import type { WaitingClient } from './types';

type Freed = Interval & {
  specialistId: string;
  /** A client who is not offered what they have just given up. */
  givenUpBy: string | null;
};

/**
 * A stretch of a specialist's time that has just become free, buffers included, goes to the first in line whom a session
 * in it suits: it is held for them, in the same transaction, and they are told. Judged by the same rules as the offer on
 * the public pages. Nobody is offered the same start twice, or one at which they have a session already. Whatever goes
 * wrong with an offer does not touch what freed the time.
 */
export async function offerFreedTime(tx: Tx, freed: Freed, now: Date): Promise<void> {
  if (freed.end <= now) return;
  const queue = await lockQueue(tx, {
    specialistId: freed.specialistId,
    // Zones are at most 14 hours apart from UTC.
    first: localDate(addHours(freed.start, -24), 'UTC'),
    last: localDate(addHours(freed.end, 24), 'UTC'),
  });
  const offers = new Map<string, Offer | null>();
  for (const entry of queue) {
    if (entry.clientId === freed.givenUpBy) continue;
    const known = offers.get(entry.serviceId);
    const offer = known ?? (await readOfferOf(tx, entry.serviceId, freed.specialistId));
    offers.set(entry.serviceId, offer);
    if (offer) await offerTo(tx, entry, offer, freed, now);
  }
}

/** The service as this specialist gives it; of an organisation one of several. */
async function readOfferOf(tx: Tx, serviceId: string, specialistId: string): Promise<Offer | null> {
  const offer = await readOffer(tx, serviceId);
  return (offer && givenBy(offer, specialistId)) ?? null;
}

async function offerTo(tx: Tx, entry: WaitingClient, offer: Offer, freed: Freed, now: Date): Promise<void> {
  const slot = await suitableSlot(tx, entry, offer, freed, now);
  const [channel] = slot?.channels ?? [];
  if (!slot || !channel) return;
  const parties = { clientId: entry.clientId, providerId: offer.providerId };
  if (!(await isPriceOpenTo(tx, parties, slot.price.amount, now))) return;
  const heldUntil = offerEnds(slot.start, now);
  const client = { accountId: entry.clientId, locale: entry.locale, timeZone: entry.timeZone };
  const { specialistId } = freed;
  const hold = { offer, slot, specialistId, channel, client, heldUntil, waitingEntryId: entry.id, now };
  const bookingId = await unlessTaken(tx, () => insertHold(tx, hold));
  if (!bookingId) return;
  const by = { party: 'system' as const, accountId: null };
  const moved = await moveEntry(tx, { entry, transition: 'offer', by, now });
  if (!moved.ok) throw new Error(`waiting entry ${entry.id}: ${moved.error.code}`);
  await tellParties(tx, bookingId, 'waitingOffer', 'client');
}

/** The session of this service that lies best in the freed stretch. */
async function suitableSlot(
  tx: Tx,
  entry: WaitingClient,
  offer: Offer,
  freed: Freed,
  now: Date,
): Promise<Slot | undefined> {
  const reach = offer.durationMinutes + offer.bufferAfterMinutes;
  const window = {
    start: addMinutes(freed.start, -reach),
    end: addMinutes(freed.end, offer.bufferBeforeMinutes),
  };
  const around = { start: window.start, end: addMinutes(window.end, offer.durationMinutes) };
  const [slots, before, sessions] = await Promise.all([
    listFreeTimes(tx, offer, window, now),
    listOfferedStarts(tx, entry.id),
    listOwnSessions(tx, entry.clientId, around),
  ]);
  const isOffered = (start: Date) => before.some((other) => other.getTime() === start.getTime());
  const suits = ({ start }: Slot) => {
    const session = { start, end: addMinutes(start, offer.durationMinutes) };
    const day = localDate(start, offer.provider.timeZone);
    const isInDays = entry.firstDate <= day && day <= entry.lastDate;
    return isInDays && !isOffered(start) && !sessions.some((own) => overlaps(own, session));
  };
  const far = ({ start }: Slot) => Math.abs(start.getTime() - freed.start.getTime());
  return slots.filter(suits).toSorted((a, b) => far(a) - far(b))[0];
}

/** Somebody else may take a neighbouring time in this very moment, or the member leave the organisation: then nothing is offered, and the rest stands. */
async function unlessTaken<T>(tx: Tx, write: () => Promise<T>): Promise<T | null> {
  await tx.$executeRaw`savepoint waiting_offer`;
  try {
    return await write();
  } catch (error) {
    if (!isTimeTaken(error) && !isConstraintViolation(error, 'booking_specialist_gives')) throw error;
    await tx.$executeRaw`rollback to savepoint waiting_offer`;
    return null;
  }
}
