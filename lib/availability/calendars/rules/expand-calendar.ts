import ICAL from 'ical.js';
import type { Interval } from '@/lib/shared/time';
import { type CalendarClock, calendarClock, wallDay, wallMinutes } from './calendar-clock';
import { type Entry, readEntry, readPeriod } from './calendar-entries';
import { TooComplex } from './too-complex';

export type CalendarText = {
  text: string;
  /** The provider's zone: days without times are its days. */
  zone: string;
  window: Interval;
};

export type ImportedTime = Interval & { readonly bookingId: string | null };

export type Expansion =
  | { ok: true; busy: ImportedTime[]; skipped: number }
  | { ok: false; failure: 'no_calendar' | 'too_complex' };

/** A calendar that needs more than this was made to, or serves no person. */
const mostEntries = 20_000;
const stepsAllowed = 250_000;
const mostOccurrences = 20_000;

const DAY = 24 * 3600 * 1000;

/** What one calendar may cost, and what came of it so far. */
type Work = {
  readonly clock: CalendarClock;
  readonly from: number;
  readonly to: number;
  /** Repetitions that may still be looked at. */
  steps: number;
  busy: ImportedTime[];
};

/**
 * The times that a calendar (RFC 5545) takes inside the window, recurring entries by their single occurrences. Entries
 * that are transparent or cancelled take none; those that cannot be understood are counted and left out. A file that is
 * no calendar, or asks for more work than any person's calendar, is refused as a whole: more than 20 000 entries or busy
 * times, more repetitions than `mostSteps`, or names of zones by the hundred.
 */
export function expandCalendar({ text, zone, window }: CalendarText, mostSteps = stepsAllowed): Expansion {
  const parsed = parse(text);
  if (!parsed) return { ok: false, failure: 'no_calendar' };
  const { calendars } = parsed;
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  if (events.length > mostEntries) return { ok: false, failure: 'too_complex' };
  const work: Work = {
    clock: calendarClock(zone, window),
    from: window.start.getTime(),
    to: window.end.getTime(),
    steps: mostSteps,
    busy: [],
  };
  try {
    const skipped =
      parsed.skipped +
      addEvents(work, events) +
      skipping(
        calendars.flatMap((calendar) => calendar.getAllSubcomponents('vfreebusy')),
        (component) => addFreeBusy(work, component),
      );
    return { ok: true, busy: work.busy, skipped };
  } catch (error) {
    if (error instanceof TooComplex) return { ok: false, failure: 'too_complex' };
    throw error;
  }
}

type Parsed = { calendars: ICAL.Component[]; skipped: number };

/** One entry that is written wrongly makes the library refuse the file: then such entries are taken out of it. */
function parse(text: string): Parsed | undefined {
  const body = text.replace(/^\uFEFF/, '').trimStart();
  if (!/^BEGIN:VCALENDAR\s/i.test(body)) return undefined;
  const whole = componentsOf(body);
  if (whole) return { calendars: whole, skipped: 0 };
  let skipped = 0;
  const readable = body.replaceAll(/^BEGIN:VEVENT\s[^]*?^END:VEVENT\s+/gim, (event) => {
    if (componentsOf(event)) return event;
    skipped += 1;
    return '';
  });
  const calendars = componentsOf(readable);
  return calendars && { calendars, skipped };
}

function componentsOf(text: string): ICAL.Component[] | undefined {
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed)) return undefined;
    const roots: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return roots.flatMap((root) => (Array.isArray(root) ? [new ICAL.Component(root)] : []));
  } catch {
    return undefined;
  }
}

/** Does it to each; returns how many of them could not be understood. */
function skipping<T>(items: readonly T[], handle: (item: T) => void): number {
  let skipped = 0;
  for (const item of items) {
    try {
      handle(item);
    } catch (error) {
      if (error instanceof TooComplex) throw error;
      skipped += 1;
    }
  }
  return skipped;
}

function addEvents(work: Work, events: readonly ICAL.Component[]): number {
  const entries: Entry[] = [];
  const unread = skipping(events, (event) => entries.push(readEntry(event, work.clock)));
  const changes = changesOf(entries);
  return unread + skipping(entries, (entry) => addEntry(work, entry, changes.get(entry.uid)));
}

/** What was changed of a series: single occurrences, and all from one on, the latest first. */
type Changes = { readonly instants: Set<number>; readonly ranges: Entry[] };

function changesOf(entries: readonly Entry[]): Map<string, Changes> {
  const changes = new Map<string, Changes>();
  for (const entry of entries) {
    if (!entry.replaces) continue;
    const known = changes.get(entry.uid) ?? { instants: new Set(), ranges: [] };
    known.instants.add(entry.replaces.instant);
    if (entry.replaces.isRange) known.ranges.push(entry);
    changes.set(entry.uid, known);
  }
  for (const { ranges } of changes.values())
    ranges.sort((a, b) => (b.replaces?.instant ?? 0) - (a.replaces?.instant ?? 0));
  return changes;
}

function addEntry(work: Work, entry: Entry, changes: Changes | undefined): void {
  if (entry.replaces) return addSpan(work, entry, entry.start);
  const isLeftOut = (instant: number) =>
    changes?.instants.has(instant) === true || entry.without.instants.has(instant);
  for (const time of occurrencesOf(work, entry)) {
    const instant = work.clock.instantOf(time, entry.tzid);
    if (isLeftOut(instant) || entry.without.days.has(wallDay(time))) continue;
    const range = changes?.ranges.find(({ replaces }) => replaces && replaces.instant < instant);
    if (range) addMoved(work, range, instant);
    else addSpan(work, entry, time);
  }
  for (const { start, milliseconds } of entry.more) {
    if (isLeftOut(start) || entry.isFree) continue;
    const length = milliseconds ?? (entry.days === null ? entry.milliseconds : entry.days * DAY);
    addBusy(work, start, start + length, entry.bookingId);
  }
}

/** The start itself and every later one that can reach the window, on the wall of its zone, each once. */
function* occurrencesOf(work: Work, entry: Entry): Generator<ICAL.Time> {
  const { start, rules } = entry;
  const startsAt = wallMinutes(start) * 60 + start.second;
  yield start;
  for (const rule of rules) {
    for (const time of timesOf(work, entry, rule))
      if (wallMinutes(time) * 60 + time.second !== startsAt) yield time;
  }
}

function* timesOf(
  work: Work,
  { start, tzid, days, milliseconds }: Entry,
  rule: ICAL.Recur,
): Generator<ICAL.Time> {
  const { until } = rule;
  // The library would compare the end, and each time with the start, by its own idea of the zone.
  const endless = rule.clone();
  endless.until = null;
  const floating = start.clone();
  floating.zone = ICAL.Timezone.localTimezone;
  const iterator = endless.iterator(floating);
  const reach = (days ?? 0) * DAY + milliseconds + 2 * DAY;
  for (;;) {
    work.steps -= 1;
    if (work.steps < 0) throw new TooComplex();
    const next = iterator.next();
    if (!next) return;
    const time = next.clone();
    time.zone = start.zone;
    const wall = wallMinutes(time) * 60_000;
    // A year without end in numbers is past any window too.
    if (!(wall < work.to + 2 * DAY)) return;
    if (until && isAfter(work.clock, time, until, tzid)) return;
    if (wall + reach > work.from) yield time;
  }
}

/** An end that is a day counts to its end. */
function isAfter(clock: CalendarClock, time: ICAL.Time, until: ICAL.Time, tzid: string | null): boolean {
  if (until.isDate) return wallDay(time) > wallDay(until);
  return clock.instantOf(time, tzid) > clock.instantOf(until, tzid);
}

/** An occurrence that follows a change of "this and all later ones": moved by as much, as long as that one. */
function addMoved(work: Work, range: Entry, instant: number): void {
  if (range.isFree || !range.replaces) return;
  const moved = work.clock.instantOf(range.start, range.tzid) - range.replaces.instant;
  const length = range.days === null ? range.milliseconds : range.days * DAY;
  addBusy(work, instant + moved, instant + moved + length, range.bookingId);
}

function addSpan(work: Work, { days, milliseconds, tzid, bookingId, isFree }: Entry, time: ICAL.Time): void {
  if (isFree) return;
  if (days !== null) {
    const day = wallDay(time);
    return addBusy(work, work.clock.dayStart(day), work.clock.dayStart(day + days), bookingId);
  }
  const start = work.clock.instantOf(time, tzid);
  addBusy(work, start, start + milliseconds, bookingId);
}

/** Published free and busy times: whatever is not said to be free takes time (RFC 5545, 3.2.9). */
function addFreeBusy(work: Work, component: ICAL.Component): void {
  for (const property of component.getAllProperties('freebusy')) {
    if (property.getFirstParameter('fbtype')?.toUpperCase() === 'FREE') continue;
    for (const value of property.getValues()) {
      if (!(value instanceof ICAL.Period)) continue;
      const { start, end } = readPeriod(value, null, work.clock);
      addBusy(work, start, end, null);
    }
  }
}

function addBusy(work: Work, start: number, end: number, bookingId: string | null): void {
  const from = Math.max(start, work.from);
  const to = Math.min(end, work.to);
  if (!(from < to)) return;
  if (work.busy.length >= mostOccurrences) throw new TooComplex();
  work.busy.push({ start: new Date(from), end: new Date(to), bookingId });
}
