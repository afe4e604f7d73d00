import {
  epochDayToLocalDate,
  type LocalDate,
  localDateToEpochDay,
  zoneOffsetMinutes,
} from '@/lib/shared/time';

/**
 * The wall clock of one zone over a stretch of time. Everything is integer minutes: instants since
 * 1970-01-01T00:00Z, wall times since 1970-01-01 00:00 on the wall.
 */
export type ZoneClock = {
  /** Minutes that the wall is ahead of UTC at an instant. */
  readonly offsetAt: (instant: number) => number;
  /** The first instant that shows this wall time; a skipped one moves to the instant of the shift. */
  readonly firstInstantOf: (wall: number) => number;
  /**
   * The instant at which a range ends whose end is written as this wall time: where its last minute last
   * ends. So 02:00 before a repeated hour is the first 02:00, and 02:30 within it the second.
   */
  readonly endInstantOf: (wall: number) => number;
};

/** The first instant at which the clocks of a zone show this time of a day; a skipped one moves to the shift. */
export function instantOfWall(date: LocalDate, minute: number, zone: string): Date {
  const wall = localDateToEpochDay(date) * DAY + minute;
  return new Date(zoneClock(zone, wall - 2 * DAY, wall + 2 * DAY).firstInstantOf(wall) * 60_000);
}

/** The instant at which something ends that is written as ending at this time of a day (see `endInstantOf`). */
export function instantOfEnd(date: LocalDate, minute: number, zone: string): Date {
  const wall = localDateToEpochDay(date) * DAY + minute;
  return new Date(zoneClock(zone, wall - 2 * DAY, wall + 2 * DAY).endInstantOf(wall) * 60_000);
}

/** The day of an instant on the clocks of a zone. */
export function dayOn(clock: ZoneClock, at: Date): LocalDate {
  const instant = Math.floor(at.getTime() / 60_000);
  return epochDayToLocalDate(Math.floor((instant + clock.offsetAt(instant)) / DAY));
}

/** The first instant of a day on the clocks of a zone. */
export function dayStartOn(clock: ZoneClock, date: LocalDate): Date {
  return new Date(clock.firstInstantOf(localDateToEpochDay(date) * DAY) * 60_000);
}

type Segments = {
  readonly from: number;
  readonly to: number;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
};

const DAY = 24 * 60;
/** No zone of our time shifts twice within a week and back again. */
const SAMPLE = 7 * DAY;

const known = new Map<string, Segments & { readonly clock: ZoneClock }>();

/**
 * A clock for a zone that is right from `from` to `to` (epoch minutes). Offsets are looked up once per week
 * and shift, then remembered: they are a fact of the zone, so remembering changes no answer. Throws on an
 * unknown zone.
 */
export function zoneClock(zone: string, from: number, to: number): ZoneClock {
  const remembered = known.get(zone);
  if (remembered !== undefined && remembered.from <= from && to <= remembered.to) return remembered.clock;
  const segments = findSegments(zone, from - 60 * DAY, to + 60 * DAY);
  const clock = clockOf(segments);
  known.set(zone, { ...segments, clock });
  return clock;
}

function findSegments(zone: string, from: number, to: number): Segments {
  const offsetOf = (minute: number) => zoneOffsetMinutes(zone, new Date(minute * 60_000));
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [offsetOf(from)];
  let minute = from;
  let current = offsetOf(from);
  while (minute < to) {
    const next = Math.min(minute + SAMPLE, to);
    const offset = offsetOf(next);
    if (offset !== current) {
      starts.push(firstMinuteWith(offsetOf, current, minute, next));
      offsets.push(offset);
      current = offset;
    }
    minute = next;
  }
  return { from, to, starts, offsets };
}

/** Halves the stretch until the first minute is found at which the offset is no longer the old one. */
function firstMinuteWith(
  offsetOf: (minute: number) => number,
  old: number,
  before: number,
  after: number,
): number {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

function clockOf({ starts, offsets }: Segments): ZoneClock {
  const count = starts.length;
  const startOf = (index: number) => starts[index] ?? Number.POSITIVE_INFINITY;
  const offsetOf = (index: number) => offsets[index] ?? 0;
  return {
    offsetAt: (instant) => {
      let index = count - 1;
      while (instant < startOf(index)) index -= 1;
      return offsetOf(index);
    },
    firstInstantOf: (wall) => {
      let index = 0;
      while (wall - offsetOf(index) >= startOf(index + 1)) index += 1;
      return Math.max(wall - offsetOf(index), startOf(index));
    },
    endInstantOf: (wall) => {
      const lastMinute = wall - 1;
      let index = count - 1;
      while (lastMinute - offsetOf(index) < startOf(index)) index -= 1;
      return Math.min(lastMinute - offsetOf(index) + 1, startOf(index + 1));
    },
  };
}
