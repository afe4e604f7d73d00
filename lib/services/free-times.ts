import {
  findSlot,
  freeSlots,
  type Slot,
  type SlotsInput,
  type SpecialistTime,
} from '@/lib/availability/rules/slots';
import { type Post, readSpecialistTimes } from '@/lib/availability/read-specialist-time';
import type { Database } from '@/lib/server/db/client';
import { addMinutes, type Interval } from '@/lib/shared/time';
import { findOffer, listOffers } from './repository';
import type { Offer } from './types';

type Question = Omit<SlotsInput, 'from' | 'to'>;

/** What lies just outside a window still blocks: sessions and buffers reach at most this far. */
const reachMinutes = 24 * 60;

/** The window in which everything that can touch a slot of the given one begins or ends. */
export const around = ({ start, end }: Interval): Interval => ({
  start: addMinutes(start, -reachMinutes),
  end: addMinutes(end, reachMinutes),
});

/** What the rules are asked about an offer, given everything known about its specialists' time. */
export function questionOf(offer: Offer, specialists: readonly SpecialistTime[], now: Date): Question {
  return {
    now,
    zone: offer.provider.timeZone,
    service: {
      durationMinutes: offer.durationMinutes,
      stepMinutes: offer.slotStepMinutes,
      alignment: offer.isPacked ? 'packed' : 'fixed',
      bufferBeforeMinutes: offer.bufferBeforeMinutes,
      bufferAfterMinutes: offer.bufferAfterMinutes,
      noticeMinutes: offer.noticeMinutes,
      horizonDays: offer.horizonDays,
      terms: { price: offer.price, channels: offer.channels },
      limits: { perDay: offer.dailyLimit, perWeek: offer.weeklyLimit },
    },
    specialists: hasLimit(offer)
      ? specialists.map((time) => ({ ...time, booked: bookedOf(time, offer.serviceId) }))
      : specialists,
  };
}

/** Whether sessions of this service are counted. */
export function hasLimit({ dailyLimit, weeklyLimit }: Offer): boolean {
  return dailyLimit !== null || weeklyLimit !== null;
}

function bookedOf({ booked = [] }: SpecialistTime, serviceId: string) {
  return booked.filter((booking) => booking.serviceId === serviceId);
}

/** Everybody who gives it, in the practice that sells it. */
export function postsOf({ providerId, specialistIds }: Offer): Post[] {
  return specialistIds.map((specialistId) => ({ providerId, specialistId }));
}

async function askAbout(
  database: Database,
  offer: Offer,
  window: Interval,
  now: Date,
  exceptSourceIds: readonly string[] = [],
): Promise<Question> {
  const times = await readSpecialistTimes(database, {
    posts: postsOf(offer),
    window: around(window),
    limitedServiceIds: hasLimit(offer) ? [offer.serviceId] : [],
    exceptSourceIds,
  });
  return questionOf(offer, times, now);
}

/**
 * The free starts of an offer with `start <= slot < end`; none while it is not sold. `moving`: bookings and proposals
 * whose own time counts as free, because it is given up.
 */
export async function listFreeTimes(
  database: Database,
  offer: Offer,
  window: Interval,
  now: Date,
  moving: readonly string[] = [],
): Promise<Slot[]> {
  if (!offer.isSellable) return [];
  const question = await askAbout(database, offer, window, now, moving);
  return freeSlots({ ...question, from: window.start, to: window.end });
}

/** The slot that starts at this instant, judged by the same rules as the list; undefined when it is not free. */
export async function findFreeTime(
  database: Database,
  offer: Offer,
  start: Date,
  now: Date,
  moving: readonly string[] = [],
): Promise<Slot | undefined> {
  if (!offer.isSellable) return undefined;
  const question = await askAbout(
    database,
    offer,
    { start, end: addMinutes(start, offer.durationMinutes) },
    now,
    moving,
  );
  return findSlot(question, start);
}

export { findOffer as readOffer, listOffers as readOffers };
