import { type BusyTime, busyMinutes } from '@/lib/availability/rules/busy-times';
import { type CountedBooking, type Limits, limitCheck, localDay } from '@/lib/availability/rules/limits';
import { type OpenRange, openRanges } from '@/lib/availability/rules/open-ranges';
import { type DayException, openingHours, type WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { type Alignment, type Starts, sweep } from '@/lib/availability/rules/slot-grid';
import { type Channel, isSameTerms, type Terms } from '@/lib/availability/rules/terms';
import { type ZoneClock, zoneClock } from '@/lib/availability/rules/zone-clock';
import type { Money } from '@/lib/shared/money';

/** What a service asks of a time. Lengths are whole minutes of elapsed time. */
export type SlotRules = {
  readonly durationMinutes: number;
  /** From one start to the next; the duration when not given. */
  readonly stepMinutes?: number | null;
  readonly alignment?: Alignment;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly noticeMinutes: number;
  /** Days of the calendar in the provider's zone, today included. */
  readonly horizonDays: number;
  /** Price and channels wherever a range brings none of its own. */
  readonly terms: Terms;
  readonly limits?: Limits;
};

/** One person who gives the service, with everything that is known about their time. */
export type SpecialistTime = {
  readonly id: string;
  readonly weekly: readonly WeeklyRange[];
  readonly exceptions: readonly DayException[];
  readonly busy: readonly BusyTime[];
  /** Bookings that count towards the limits; needed only where there are any. */
  readonly booked?: readonly CountedBooking[];
};

export type SlotsInput = {
  readonly now: Date;
  /** Slots with `from <= start < to`. */
  readonly from: Date;
  readonly to: Date;
  /** The provider's zone, in which all hours are written. */
  readonly zone: string;
  readonly service: SlotRules;
  readonly specialists: readonly SpecialistTime[];
};

/** A start that can be booked, with the terms that hold for it and the specialists who are free. */
export type Slot = {
  readonly start: Date;
  readonly price: Money;
  readonly channels: readonly Channel[];
  readonly specialistIds: readonly string[];
};

type Window = { readonly from: number; readonly to: number };

const MINUTE = 60_000;
const DAY = 24 * 60;
const WEEK = 7 * DAY;
/** Enough for ranges over midnight; see `rangesAround` for longer ones. */
const USUAL_LOOK_BACK = 2;
const LONG_LOOK_BACK = 16;

/**
 * The free times of a service: what lists, profiles, feeds and the booking itself rest upon (docs/rules.md,
 * Free times). Ascending by start; several specialists with equal terms share a slot, in the order given.
 * How the window is cut changes no slot, and what lies outside it still blocks. Throws on an unknown zone
 * or a length that is no whole minute: the editor refuses those.
 */
export function freeSlots(input: SlotsInput): Slot[] {
  assertWhole(input.service);
  const clock = clockFor(input);
  const window = bookableWindow(input, clock);
  if (window.from >= window.to) return [];
  const [only] = input.specialists;
  if (input.specialists.length === 1 && only !== undefined)
    return toSlots(startsOf(only, input, window, clock), [only.id]);
  return merge(
    input.specialists.map((specialist) =>
      toSlots(startsOf(specialist, input, window, clock), [specialist.id]),
    ),
  );
}

/** The slot that starts at exactly this instant, by the same rules as the offer; `from` and `to` are ignored. */
export function findSlot(input: Omit<SlotsInput, 'from' | 'to'>, start: Date): Slot | undefined {
  const to = new Date(start.getTime() + 1);
  return freeSlots({ ...input, from: start, to }).find((slot) => slot.start.getTime() === start.getTime());
}

/** Whether a session may start at exactly this instant, by the same rules as the offer. */
export function isBookable(input: Omit<SlotsInput, 'from' | 'to'>, start: Date): boolean {
  return findSlot(input, start) !== undefined;
}

function assertWhole(service: SlotRules): void {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = service;
  const step = service.stepMinutes ?? durationMinutes;
  const isWhole = [durationMinutes, step, bufferBeforeMinutes, bufferAfterMinutes].every(
    Number.isSafeInteger,
  );
  if (!isWhole || durationMinutes < 1 || step < 1 || bufferBeforeMinutes < 0 || bufferAfterMinutes < 0)
    throw new RangeError('lengths of a service are whole minutes');
}

function clockFor({ zone, now, service }: SlotsInput): ZoneClock {
  const minute = Math.floor(now.getTime() / MINUTE);
  const ahead = (service.horizonDays + 4) * DAY + service.durationMinutes;
  return zoneClock(zone, minute - (LONG_LOOK_BACK + 4) * DAY, minute + ahead);
}

/** The asked window, narrowed to notice and horizon. */
function bookableWindow({ now, from, to, service }: SlotsInput, clock: ZoneClock): Window {
  const earliest = Math.ceil(now.getTime() / MINUTE + service.noticeMinutes);
  const today = localDay(Math.floor(now.getTime() / MINUTE), clock);
  const horizon = clock.firstInstantOf((today + service.horizonDays) * DAY);
  return {
    from: Math.max(Math.ceil(from.getTime() / MINUTE), earliest),
    to: Math.min(Math.ceil(to.getTime() / MINUTE), horizon),
  };
}

function startsOf(specialist: SpecialistTime, input: SlotsInput, window: Window, clock: ZoneClock): Starts {
  const { service, now } = input;
  const starts = sweep(
    rangesAround(specialist, service, window, clock),
    busyMinutes(specialist.busy, now),
    {
      duration: service.durationMinutes,
      step: service.stepMinutes ?? service.durationMinutes,
      bufferBefore: service.bufferBeforeMinutes,
      bufferAfter: service.bufferAfterMinutes,
      alignment: service.alignment ?? 'fixed',
    },
    window,
    clock.offsetAt,
  );
  const isWithinLimits = limitCheck(service.limits ?? {}, specialist.booked ?? [], clock, now);
  if (isWithinLimits === undefined) return starts;
  const kept = starts.minutes.map(isWithinLimits);
  return { minutes: starts.minutes.filter((_, i) => kept[i]), terms: starts.terms.filter((_, i) => kept[i]) };
}

/**
 * The ranges that matter for a window. A range that has already run for long when the window begins is
 * followed back to its start; one longer than a week begins its grid anew each Monday at midnight, so
 * that overlapping ranges without any end need no endless look back.
 */
function rangesAround(
  { weekly, exceptions }: SpecialistTime,
  service: SlotRules,
  window: Window,
  clock: ZoneClock,
): OpenRange[] {
  const hours = openingHours(weekly, exceptions);
  const firstDay = localDay(window.from, clock);
  const lastDay = localDay(window.to + service.durationMinutes, clock) + 1;
  const usual = openRanges(hours, clock, service.terms, firstDay - USUAL_LOOK_BACK, lastDay);
  const known = clock.endInstantOf((firstDay - USUAL_LOOK_BACK + 1) * DAY);
  const isCutOff = usual.some((range) => range.start < known && range.end > window.from);
  const ranges = isCutOff
    ? openRanges(hours, clock, service.terms, firstDay - LONG_LOOK_BACK, lastDay)
    : usual;
  return ranges.some((range) => range.end - range.start > WEEK)
    ? ranges.flatMap((range) => splitWeekly(range, clock))
    : ranges;
}

function splitWeekly(range: OpenRange, clock: ZoneClock): OpenRange[] {
  const pieces: OpenRange[] = [];
  let start = range.start;
  const firstDay = localDay(range.start + WEEK, clock);
  for (let day = firstDay + 6 - ((((firstDay + 2) % 7) + 7) % 7); ; day += 7) {
    const monday = clock.firstInstantOf(day * DAY);
    if (monday >= range.end) break;
    if (monday < range.start + WEEK) continue;
    pieces.push({ ...range, start, end: monday });
    start = monday;
  }
  pieces.push({ ...range, start });
  return pieces;
}

function toSlots({ minutes, terms }: Starts, specialistIds: readonly string[]): Slot[] {
  const slots: Slot[] = [];
  for (let index = 0; index < minutes.length; index += 1) {
    const minute = minutes[index];
    const { price, channels } = terms[index] ?? {};
    if (minute === undefined || price === undefined || channels === undefined) continue;
    slots.push({ start: new Date(minute * MINUTE), price, channels, specialistIds });
  }
  return slots;
}

/** One slot for each start and terms, with all who are free then. */
function merge(perSpecialist: readonly Slot[][]): Slot[] {
  const sorted = perSpecialist.flat().sort((a, b) => a.start.getTime() - b.start.getTime());
  const merged: { start: Date; price: Money; channels: readonly Channel[]; specialistIds: string[] }[] = [];
  for (const slot of sorted) {
    let index = merged.length - 1;
    let shared = merged[index];
    while (
      shared !== undefined &&
      shared.start.getTime() === slot.start.getTime() &&
      !isSameTerms(shared, slot)
    ) {
      index -= 1;
      shared = merged[index];
    }
    if (shared !== undefined && shared.start.getTime() === slot.start.getTime())
      shared.specialistIds.push(...slot.specialistIds);
    else merged.push({ ...slot, specialistIds: [...slot.specialistIds] });
  }
  return merged;
}
