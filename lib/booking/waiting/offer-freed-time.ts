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
import { isWithinLimits } from '../within-limits';
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
  const times = freeTimesIn(tx, freed, now);
  for (const entry of queue) {
    if (entry.clientId === freed.givenUpBy) continue;
    const { offer, slots } = await times.of(entry.serviceId);
    const near = offer ? slots.filter(({ start }) => isInDays(entry, start, offer)) : [];
    if (offer && near.length > 0 && (await offerTo(tx, entry, offer, near, { ...freed, now })))
      times.forget();
  }
}

const isInDays = ({ firstDate, lastDate }: WaitingClient, start: Date, { provider }: Offer) => {
  const day = localDate(start, provider.timeZone);
  return firstDate <= day && day <= lastDate;
};

type Times = { offer: Offer | null; slots: Slot[] };

/**
 * The free times of services in the freed stretch, those nearest to its start first; worked out once until some are
 * taken.
 */
function freeTimesIn(tx: Tx, freed: Freed, now: Date) {
  const known = new Map<string, Times>();
  const read = async (serviceId: string): Promise<Times> => {
    // As this specialist gives it; of an organisation one of several.
    const service = await readOffer(tx, serviceId);
    const offer = (service && givenBy(service, freed.specialistId)) ?? null;
    if (!offer) return { offer, slots: [] };
    const reach = offer.durationMinutes + offer.bufferAfterMinutes;
    const window = {
      start: addMinutes(freed.start, -reach),
      end: addMinutes(freed.end, offer.bufferBeforeMinutes),
    };
    const far = ({ start }: Slot) => Math.abs(start.getTime() - freed.start.getTime());
    const slots = await listFreeTimes(tx, offer, window, now);
    return { offer, slots: slots.toSorted((a, b) => far(a) - far(b)) };
  };
  return {
    of: async (serviceId: string): Promise<Times> => {
      const times = known.get(serviceId) ?? (await read(serviceId));
      known.set(serviceId, times);
      return times;
    },
    forget: () => known.clear(),
  };
}

/** Whether one of these times, the first that suits, is held for the client now. */
async function offerTo(
  tx: Tx,
  entry: WaitingClient,
  offer: Offer,
  slots: readonly Slot[],
  { specialistId, now }: { specialistId: string; now: Date },
): Promise<boolean> {
  const slot = await suitableSlot(tx, entry, offer, slots);
  const [channel] = slot?.channels ?? [];
  if (!slot || !channel) return false;
  const parties = { clientId: entry.clientId, providerId: offer.providerId };
  if (!(await isPriceOpenTo(tx, parties, slot.price.amount, now))) return false;
  if (!(await isWithinLimits(tx, { offer, slot, specialistId, now }))) return false;
  const heldUntil = offerEnds(slot.start, now);
  const client = { accountId: entry.clientId, locale: entry.locale, timeZone: entry.timeZone };
  const hold = { offer, slot, specialistId, channel, client, heldUntil, waitingEntryId: entry.id, now };
  const bookingId = await unlessTaken(tx, () => insertHold(tx, hold));
  if (!bookingId) return false;
  const by = { party: 'system' as const, accountId: null };
  const moved = await moveEntry(tx, { entry, transition: 'offer', by, now });
  if (!moved.ok) throw new Error(`waiting entry ${entry.id}: ${moved.error.code}`);
  await tellParties(tx, bookingId, 'waitingOffer', 'client');
  return true;
}

/** The first time that was not offered to this client before, and at which they have no session. */
async function suitableSlot(
  tx: Tx,
  entry: WaitingClient,
  offer: Offer,
  slots: readonly Slot[],
): Promise<Slot | undefined> {
  const endOf = ({ start }: Slot) => addMinutes(start, offer.durationMinutes);
  const starts = slots.map(({ start }) => start.getTime());
  const [before, sessions] = await Promise.all([
    listOfferedStarts(tx, entry.id),
    listOwnSessions(tx, entry.clientId, {
      start: new Date(Math.min(...starts)),
      end: new Date(Math.max(...slots.map((slot) => endOf(slot).getTime()))),
    }),
  ]);
  return slots.find((slot) => {
    const isOffered = before.some((other) => other.getTime() === slot.start.getTime());
    return !isOffered && !sessions.some((own) => overlaps(own, { start: slot.start, end: endOf(slot) }));
  });
}

/**
 * Somebody else may take a neighbouring time in this very moment, or the member leave the organisation: then nothing is
 * offered, and the rest stands.
 */
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
