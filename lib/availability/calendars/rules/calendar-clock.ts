import ICAL from 'ical.js';
import { type ZoneClock, zoneClock } from '@/lib/availability/rules/zone-clock';
import { type Interval, zoneName } from '@/lib/shared/time';
import { TooComplex } from './too-complex';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
/** The runtime keeps a good deal for each spelling of a zone; nobody's calendar has so many. */
const mostZones = 200;
/** A recurring entry is converted only near the window; dates named in it may lie further back. */
const reachMinutes = 800 * DAY_MINUTES;

/** Turns the times of a calendar into instants (milliseconds since 1970). */
export type CalendarClock = {
  /** `tzid` is what the property that brought the time says of its zone. */
  readonly instantOf: (time: ICAL.Time, tzid: string | null) => number;
  /** The first instant of a day of the provider's calendar, in days since 1970. */
  readonly dayStart: (day: number) => number;
};

/** Days since 1970 of a time's date on the wall. */
export function wallDay({ year, month, day }: ICAL.Time): number {
  return Math.floor(Date.UTC(year, month - 1, day) / (DAY_MINUTES * MINUTE));
}

/** Minutes since 1970-01-01 00:00 on the wall. */
export function wallMinutes(time: ICAL.Time): number {
  return wallDay(time) * DAY_MINUTES + time.hour * 60 + time.minute;
}

/**
 * A clock for one calendar. Zones that the world knows by name follow today's rules of the world; others follow their
 * VTIMEZONE in the file. Times without a zone, and zones that nobody defines, are on the wall of `ownZone`, the
 * provider's (RFC 5545, 3.3.5). A time that clocks skip moves to the shift; one that they show twice is the first.
 */
export function calendarClock(ownZone: string, window: Interval): CalendarClock {
  const from = Math.floor(window.start.getTime() / MINUTE) - reachMinutes;
  const to = Math.ceil(window.end.getTime() / MINUTE) + reachMinutes;
  const clocks = new Map<string, ZoneClock | undefined>();
  const named = (tzid: string): ZoneClock | undefined => {
    if (!clocks.has(tzid)) {
      if (clocks.size >= mostZones) throw new TooComplex();
      const zone = zoneName(tzid);
      clocks.set(tzid, zone === undefined ? undefined : zoneClock(zone, from, to));
    }
    return clocks.get(tzid);
  };
  const own = zoneClock(ownZone, from, to);
  const onWall = (clock: ZoneClock, time: ICAL.Time) =>
    clock.firstInstantOf(wallMinutes(time)) * MINUTE + time.second * 1000;
  return {
    dayStart: (day) => own.firstInstantOf(day * DAY_MINUTES) * MINUTE,
    instantOf: (time, tzid) => {
      if (time.isDate) return onWall(own, time);
      if (time.zone === ICAL.Timezone.utcTimezone) return wallMinutes(time) * MINUTE + time.second * 1000;
      const clock = tzid === null ? own : named(tzid);
      if (clock) return onWall(clock, time);
      return isDefined(time.zone) ? time.toUnixTime() * 1000 : onWall(own, time);
    },
  };
}

/** A zone that the file itself describes. */
function isDefined(zone: ICAL.Timezone | undefined): boolean {
  return zone?.component !== undefined && zone.component !== null;
}
