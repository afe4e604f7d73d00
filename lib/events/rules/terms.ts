import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { PLANNED_DAYS } from '@/lib/events/rules/seats';
import type { ErrorCode } from '@/lib/shared/errors';
import { addHours, addMinutes, type LocalDate } from '@/lib/shared/time';

type Wall = { readonly date: LocalDate; readonly minute: number };

export type PlannedTimes = {
  readonly start: Wall;
  readonly durationMinutes: number;
  /** Null: the start. */
  readonly deadline: Wall | null;
};

export type EventTimes = { readonly startsAt: Date; readonly endsAt: Date; readonly bookUntil: Date };

/** The instants of what was typed on the clocks of a zone. */
export function timesOf({ start, durationMinutes, deadline }: PlannedTimes, zone: string): EventTimes {
  const startsAt = instantOfWall(start.date, start.minute, zone);
  const bookUntil = deadline ? instantOfWall(deadline.date, deadline.minute, zone) : startsAt;
  return { startsAt, endsAt: addMinutes(startsAt, durationMinutes), bookUntil };
}

/** What is wrong with the times of an event that is planned now, by the field that says so. */
export function wrongTimes({ startsAt, bookUntil }: EventTimes, now: Date): Record<string, ErrorCode> {
  return {
    ...(startsAt <= now && { date: 'event.inPast' as const }),
    ...(startsAt > addHours(now, PLANNED_DAYS * 24) && { date: 'event.tooFarAhead' as const }),
    ...((bookUntil > startsAt || bookUntil <= now) && { deadlineDate: 'event.deadlineInvalid' as const }),
  };
}

type Terms = EventTimes & {
  readonly hostId: string;
  readonly priceAmount: number;
  readonly minimumSeats: number;
  readonly maximumSeats: number;
};

/**
 * What of the terms can no longer be changed because somebody has a seat, by field: host, start, length and price stay,
 * the minimum does not rise, and there are not fewer places than seats. The deadline moves while it is not over; from then
 * on the minimum does not fall either, for it is judged as it was.
 */
export function fixedTerms(
  old: Terms,
  next: Terms,
  { taken, now }: { taken: number; now: Date },
): Record<string, ErrorCode> {
  const isSame = (a: Date, b: Date) => a.getTime() === b.getTime();
  const length = ({ startsAt, endsAt }: Terms) => endsAt.getTime() - startsAt.getTime();
  const isOver = now >= old.bookUntil;
  const isMinimumKept = isOver
    ? next.minimumSeats === old.minimumSeats
    : next.minimumSeats <= old.minimumSeats;
  return {
    ...(old.hostId !== next.hostId && { hostId: 'event.fixed' as const }),
    ...(!isSame(old.startsAt, next.startsAt) && { date: 'event.fixed' as const }),
    ...(length(old) !== length(next) && { durationMinutes: 'event.fixed' as const }),
    ...(old.priceAmount !== next.priceAmount && { price: 'event.fixed' as const }),
    ...(!isMinimumKept && { minimumSeats: 'event.fixed' as const }),
    ...(next.maximumSeats < taken && { maximumSeats: 'event.placesTaken' as const }),
    ...(isOver && !isSame(old.bookUntil, next.bookUntil) && { deadlineDate: 'event.fixed' as const }),
  };
}
