import ICAL from 'ical.js';
import { isId } from '@/lib/shared/ids';
import { type CalendarClock, wallDay } from './calendar-clock';

const DAY_SECONDS = 24 * 3600;

/** An entry of a calendar, as far as its time goes. */
export type Entry = {
  readonly uid: string;
  /** A booking of some Consilia, which the provider's own calendar brings back. */
  readonly bookingId: string | null;
  readonly start: ICAL.Time;
  readonly tzid: string | null;
  /** Whole days of an entry without times of day; null when it has them. */
  readonly days: number | null;
  readonly milliseconds: number;
  readonly rules: readonly ICAL.Recur[];
  /** More starts: instants. */
  readonly more: readonly { readonly start: number; readonly milliseconds: number | null }[];
  readonly without: { readonly instants: ReadonlySet<number>; readonly days: ReadonlySet<number> };
  /** Which occurrence of its series it replaces: an instant, and whether all later ones follow it. */
  readonly replaces: { readonly instant: number; readonly isRange: boolean } | null;
  /** Takes no time: transparent, or cancelled. */
  readonly isFree: boolean;
};

class Unreadable extends Error {}

const ourUid = /^([0-9a-f-]{36})@consilia$/;

function timeOf(value: unknown): ICAL.Time {
  if (!(value instanceof ICAL.Time) || Number.isNaN(wallDay(value))) throw new Unreadable('no time');
  return value;
}

const zoneOf = (property: ICAL.Property): string | null => property.getFirstParameter('tzid') ?? null;

const wordOf = (event: ICAL.Component, name: string) =>
  String(event.getFirstPropertyValue(name) ?? '').toUpperCase();

/**
 * What a VEVENT says of its time; throws when that cannot be understood. An end before the start, or none, makes an
 * entry without length, a day without end lasts one day (RFC 5545, 3.6.1).
 */
export function readEntry(event: ICAL.Component, clock: CalendarClock): Entry {
  const property = event.getFirstProperty('dtstart');
  if (!property) throw new Unreadable('no start');
  const start = timeOf(property.getFirstValue());
  const tzid = zoneOf(property);
  const uid = String(event.getFirstPropertyValue('uid') ?? '');
  const bookingId = ourUid.exec(uid)?.[1];
  return {
    uid,
    bookingId: bookingId && isId(bookingId) ? bookingId : null,
    start,
    tzid,
    ...lengthOf(event, start, clock.instantOf(start, tzid), clock),
    rules: event.getAllProperties('rrule').map(ruleOf),
    more: event.getAllProperties('rdate').flatMap((more) => moreOf(more, clock)),
    without: withoutOf(event, clock),
    replaces: replacedBy(event, clock),
    isFree: wordOf(event, 'transp') === 'TRANSPARENT' || wordOf(event, 'status') === 'CANCELLED',
  };
}

function lengthOf(
  event: ICAL.Component,
  start: ICAL.Time,
  from: number,
  clock: CalendarClock,
): Pick<Entry, 'days' | 'milliseconds'> {
  const end = event.getFirstProperty('dtend');
  const duration = event.getFirstPropertyValue('duration');
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : 0;
  if (start.isDate) {
    const days = end
      ? wallDay(timeOf(end.getFirstValue())) - wallDay(start)
      : Math.ceil(seconds / DAY_SECONDS);
    return { days: Math.max(1, days), milliseconds: 0 };
  }
  const to = end ? clock.instantOf(timeOf(end.getFirstValue()), zoneOf(end)) : from + seconds * 1000;
  return { days: null, milliseconds: Math.max(0, to - from) };
}

function ruleOf(property: ICAL.Property): ICAL.Recur {
  const rule = property.getFirstValue();
  if (!(rule instanceof ICAL.Recur)) throw new Unreadable('no rule');
  return rule;
}

function moreOf(property: ICAL.Property, clock: CalendarClock): Entry['more'] {
  const tzid = zoneOf(property);
  return property.getValues().map((value: unknown) => {
    if (!(value instanceof ICAL.Period))
      return { start: clock.instantOf(timeOf(value), tzid), milliseconds: null };
    const { start, end } = readPeriod(value, tzid, clock);
    return { start, milliseconds: Math.max(0, end - start) };
  });
}

/** From and to of a period, which gives its end or its length. */
export function readPeriod(period: ICAL.Period, tzid: string | null, clock: CalendarClock) {
  return {
    start: clock.instantOf(timeOf(period.start), tzid),
    end: clock.instantOf(timeOf(period.getEnd()), tzid),
  };
}

/** Days are named where the entry has times of day too: then whatever begins on them is meant. */
function withoutOf(event: ICAL.Component, clock: CalendarClock): Entry['without'] {
  const instants = new Set<number>();
  const days = new Set<number>();
  for (const property of event.getAllProperties('exdate')) {
    for (const value of property.getValues()) {
      const time = timeOf(value);
      if (time.isDate) days.add(wallDay(time));
      else instants.add(clock.instantOf(time, zoneOf(property)));
    }
  }
  return { instants, days };
}

function replacedBy(event: ICAL.Component, clock: CalendarClock): Entry['replaces'] {
  const property = event.getFirstProperty('recurrence-id');
  if (!property) return null;
  const instant = clock.instantOf(timeOf(property.getFirstValue()), zoneOf(property));
  return { instant, isRange: property.getFirstParameter('range')?.toUpperCase() === 'THISANDFUTURE' };
}
