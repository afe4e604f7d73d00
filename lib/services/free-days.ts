import { type OwnTerms, ownTerms } from '@/lib/availability/rules/terms';
import { dayOn, dayStartOn, zoneClock } from '@/lib/availability/rules/zone-clock';
import { db } from '@/lib/server/db/client';
import { now as clock } from '@/lib/server/clock';
import { sharedReads } from '@/lib/server/shared-reads';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours, addLocalDays, type LocalDate } from '@/lib/shared/time';
import { listFreeTimes, readOffer } from './free-times';
import { givenBy, oncePerStart } from './given-by';

export type FreeDaysQuestion = {
  serviceId: string;
  /** Of an organisation: one of those who give it. */
  member?: string | undefined;
  zone: string;
  from?: LocalDate | undefined;
  days: number;
};

export type FreeDays = {
  zone: string;
  /** First day of the window, in that zone. */
  from: LocalDate;
  /** Price and ways to meet only where they differ from the service's. */
  slots: ({ start: string } & OwnTerms)[];
  /** First day with a free time after the window; null when there is none. */
  next: LocalDate | null;
};

/**
 * The free times of a service by days of the reader's zone. Without `from` the window begins on the first day that has
 * one; one that lies before today or beyond the horizon is moved there. Nothing is kept, and what was committed before
 * somebody asks is in the answer; who asks the same meanwhile, as many do when an advisor is talked about, shares it.
 */
export const readFreeDays = sharedReads(
  ({ serviceId, member, zone, from, days }: FreeDaysQuestion) =>
    JSON.stringify([serviceId, member, zone, from, days]),
  readAnew,
);

/** All is computed in one pass up to the horizon, from what is committed now. */
async function readAnew({
  serviceId,
  member,
  zone,
  from,
  days,
}: FreeDaysQuestion): Promise<Result<FreeDays>> {
  const sold = await readOffer(db(), serviceId);
  const offer = sold && member ? givenBy(sold, member) : sold;
  if (!offer?.isSellable) return err('common.notFound');
  const now = await clock();
  const horizon = addHours(now, (offer.horizonDays + 2) * 24);
  const walls = clockBetween(zone, now, addHours(horizon, days * 24));
  const dayOf = (at: Date) => dayOn(walls, at);
  const today = dayOf(now);
  const wanted = dayBetween(from ?? today, today, dayOf(horizon));
  const start = dayStartOn(walls, wanted);
  const window = { start, end: horizon > start ? horizon : start };
  const slots = oncePerStart(await listFreeTimes(db(), offer, window, now));
  const [earliest] = slots;
  const first = from ? wanted : earliest ? dayOf(earliest.start) : wanted;
  const end = dayStartOn(walls, addLocalDays(first, days));
  const inside = slots.filter((slot) => slot.start < end);
  const after = slots[inside.length];
  return ok({
    zone,
    from: first,
    slots: inside.map((slot) => ({ start: slot.start.toISOString(), ...ownTerms(slot, offer) })),
    next: after ? dayOf(after.start) : null,
  });
}

/** Right from two days before the first instant to two days after the last. */
function clockBetween(zone: string, first: Date, last: Date) {
  const minute = (at: Date, days: number) => Math.floor(at.getTime() / 60_000) + days * 24 * 60;
  return zoneClock(zone, minute(first, -2), minute(last, 2));
}

const dayBetween = (day: LocalDate, first: LocalDate, last: LocalDate): LocalDate =>
  day < first ? first : day > last ? last : day;
