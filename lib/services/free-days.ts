import { db } from '@/lib/server/db/client';
import { now as clock } from '@/lib/server/clock';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours, addLocalDays, type LocalDate, localDate, startOfLocalDay } from '@/lib/shared/time';
import { listFreeTimes, readOffer } from './free-times';
import { givenBy, startsOf } from './given-by';

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
  slots: { start: string }[];
  /** First day with a free time after the window; null when there is none. */
  next: LocalDate | null;
};

/**
 * The free times of a service by days of the reader's zone. Without `from` the window begins on the first day that has
 * one; one that lies before today or beyond the horizon is moved there. All is computed in one pass up to the horizon, from what is committed when the question comes.
 */
export async function readFreeDays({
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
  const today = localDate(now, zone);
  const horizon = addHours(now, (offer.horizonDays + 2) * 24);
  const wanted = dayBetween(from ?? today, today, localDate(horizon, zone));
  const start = startOfLocalDay(wanted, zone);
  const window = { start, end: horizon > start ? horizon : start };
  const starts = startsOf(await listFreeTimes(db(), offer, window, now));
  const dayOf = (at: Date) => localDate(at, zone);
  const first = from ? wanted : starts[0] ? dayOf(starts[0]) : wanted;
  const end = startOfLocalDay(addLocalDays(first, days), zone);
  const inside = starts.filter((at) => at < end);
  const after = starts[inside.length];
  return ok({
    zone,
    from: first,
    slots: inside.map((at) => ({ start: at.toISOString() })),
    next: after ? dayOf(after) : null,
  });
}

const dayBetween = (day: LocalDate, first: LocalDate, last: LocalDate): LocalDate =>
  day < first ? first : day > last ? last : day;
