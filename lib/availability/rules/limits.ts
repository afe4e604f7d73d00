import type { ZoneClock } from '@/lib/availability/rules/zone-clock';

/** The start of a booking that counts towards the limits; an unpaid hold counts until `heldUntil`. */
export type CountedBooking = {
  readonly start: Date;
  readonly heldUntil?: Date | null;
  /** The service that was booked. */
  readonly serviceId?: string;
};

/** How many bookings one specialist takes; nothing means no limit. */
export type Limits = { readonly perDay?: number | null; readonly perWeek?: number | null };

const DAY = 24 * 60;

/**
 * Whether one more session may start at an instant (epoch minutes). Days and weeks, from Monday, are those
 * of the provider's zone; a booking belongs to the day on which it starts.
 */
export function limitCheck(
  limits: Limits,
  booked: readonly CountedBooking[],
  clock: ZoneClock,
  now: Date,
): ((start: number) => boolean) | undefined {
  const perDay = limits.perDay ?? Number.POSITIVE_INFINITY;
  const perWeek = limits.perWeek ?? Number.POSITIVE_INFINITY;
  if (perDay === Number.POSITIVE_INFINITY && perWeek === Number.POSITIVE_INFINITY) return undefined;

  const days = new Map<number, number>();
  const weeks = new Map<number, number>();
  for (const { start, heldUntil } of booked) {
    if (heldUntil !== undefined && heldUntil !== null && heldUntil <= now) continue;
    const day = localDay(Math.floor(start.getTime() / 60_000), clock);
    days.set(day, (days.get(day) ?? 0) + 1);
    weeks.set(weekOf(day), (weeks.get(weekOf(day)) ?? 0) + 1);
  }
  return (start) => {
    const day = localDay(start, clock);
    return (days.get(day) ?? 0) < perDay && (weeks.get(weekOf(day)) ?? 0) < perWeek;
  };
}

/** The local day of an instant, both counted from 1970-01-01. */
export function localDay(instant: number, clock: ZoneClock): number {
  return Math.floor((instant + clock.offsetAt(instant)) / DAY);
}

/** Weeks counted so that each begins on a Monday; 1970-01-01 was a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}
