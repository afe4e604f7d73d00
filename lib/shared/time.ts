import { DateTime, FixedOffsetZone, IANAZone, type Zone } from 'luxon';

import {
  epochDayToWeekday,
  isLocalDate,
  type LocalDate,
  localDateToEpochDay,
  type Weekday,
} from './calendar';

export {
  addLocalDays,
  epochDayToLocalDate,
  epochDayToWeekday,
  isLocalDate,
  type LocalDate,
  localDateToEpochDay,
  type Weekday,
  weekdays,
} from './calendar';
export { addHours, addMinutes, minutesBetween } from './elapsed';

/** A half-open stretch of time: the start belongs to it, the end does not. */
export type Interval = { readonly start: Date; readonly end: Date };

const fixedOffset = /^UTC([+-])(\d{2}):(\d{2})$/;

/** Whether two half-open intervals share an instant; those that only touch do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

/** Whether the instant lies in the interval; its end does not. */
export function contains(interval: Interval, instant: Date): boolean {
  return interval.start <= instant && instant < interval.end;
}

/**
 * Whether the text names a time zone we keep: an IANA name the runtime knows, `UTC`, or a fixed offset
 * written `UTC+05:30` between −14:00 and +14:00. Bare offsets and abbreviations with a sign are refused.
 */
export function isZone(id: string): boolean {
  return findZone(id) !== undefined;
}

/**
 * The one name by which the runtime knows a zone, however its letters are written; undefined when we keep no such zone.
 * What is kept for a zone is kept under this name: anybody may write one in thousands of ways.
 */
export function zoneName(id: string): string | undefined {
  const zone = findZone(id);
  return zone instanceof IANAZone ? zone.name : zone && id;
}

/** Minutes that the wall clock of the zone is ahead of UTC at that instant. Throws on an unknown zone. */
export function zoneOffsetMinutes(zone: string, instant: Date): number {
  return Math.round(zoneOf(zone).offset(instant.getTime()));
}

/** The day on the calendar of that zone. Throws on an unknown zone. */
export function localDate(instant: Date, zone: string): LocalDate {
  return DateTime.fromJSDate(instant, { zone: zoneOf(zone) }).toFormat('yyyy-MM-dd');
}

/** The time of day on the clocks of that zone, written HH:MM. Throws on an unknown zone. */
export function localTime(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone: zoneOf(zone) }).toFormat('HH:mm');
}

/** The weekday in that zone. Throws on an unknown zone. */
export function localWeekday(instant: Date, zone: string): Weekday {
  return epochDayToWeekday(localDateToEpochDay(localDate(instant, zone)));
}

/** The first instant of a calendar day in a zone; where midnight is skipped, the instant of the shift. */
export function startOfLocalDay(date: LocalDate, zone: string): Date {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`);
  return DateTime.fromISO(date, { zone: zoneOf(zone) })
    .startOf('day')
    .toJSDate();
}

function zoneOf(id: string): Zone {
  const zone = findZone(id);
  if (zone === undefined) throw new RangeError(`unknown time zone: ${id}`);
  return zone;
}

function findZone(id: string): Zone | undefined {
  if (id === 'UTC') return FixedOffsetZone.utcInstance;
  const fixed = fixedOffset.exec(id);
  if (fixed !== null) {
    const [, sign, hours, minutes] = fixed;
    const offset = Number(hours) * 60 + Number(minutes);
    if (Number(minutes) > 59 || offset > 14 * 60) return undefined;
    return FixedOffsetZone.instance(sign === '-' ? -offset : offset);
  }
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(id) || /^UTC[+-]/i.test(id)) return undefined;
  return ianaZone(id);
}

/** Spellings met lately: asking the runtime whether a name is known is dear. What is unknown is not remembered. */
const spellings = new Map<string, IANAZone>();
const mostSpellings = 1000;

function ianaZone(id: string): IANAZone | undefined {
  const met = spellings.get(id);
  if (met !== undefined) return met;
  const name = runtimeName(id);
  if (name === undefined) return undefined;
  const zone = IANAZone.create(name);
  if (spellings.size >= mostSpellings) spellings.clear();
  spellings.set(id, zone);
  return zone;
}

function runtimeName(id: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
