import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BusyTime } from '@/lib/availability/rules/busy-times';
import type { DayException, DayRange, WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { findSlot, freeSlots, isBookable, type SlotsInput } from '@/lib/availability/rules/slots';
import { eveningTerms, hourly, sameTerms } from '@/lib/availability/rules/slots.examples';
import { addLocalDays, epochDayToWeekday, localDate, localDateToEpochDay, weekdays } from '@/lib/shared/time';

const MINUTE = 60_000;
const DAY = 24 * 60;

/** A zone with a day around which the clock shifts. */
const places = fc.constantFrom(
  ['Europe/Berlin', '2027-03-28'],
  ['Europe/Berlin', '2027-10-31'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'],
  ['America/Santiago', '2027-04-04'],
  ['America/Santiago', '2027-09-05'],
  ['Asia/Kathmandu', '2027-03-28'],
  ['UTC-03:30', '2027-06-15'],
  ['Africa/Casablanca', '2027-02-07'],
) satisfies fc.Arbitrary<[string, string] | string[]>;

const rangeOf = (terms: fc.Arbitrary<'none' | 'usual' | 'evening'>): fc.Arbitrary<DayRange> =>
  fc
    .record({ start: fc.integer({ min: 0, max: 95 }), end: fc.integer({ min: 0, max: 96 }), terms })
    .map(({ start, end, terms: kind }) => {
      const range = { startMinute: start * 15, endMinute: end * 15 + (end < start ? DAY : 0) };
      if (kind === 'none') return range;
      return { ...range, terms: kind === 'usual' ? sameTerms : eveningTerms };
    });

const anyTerms = fc.constantFrom('none' as const, 'usual' as const, 'evening' as const);

function inputs(terms: fc.Arbitrary<'none' | 'usual' | 'evening'> = anyTerms): fc.Arbitrary<SlotsInput> {
  return fc
    .record({
      place: places,
      weekly: fc.array(fc.record({ weekday: fc.constantFrom(...weekdays), range: rangeOf(terms) }), {
        maxLength: 8,
      }),
      exceptions: fc.array(
        fc.record({
          day: fc.integer({ min: -2, max: 2 }),
          kind: fc.constantFrom('closed' as const, 'replaced' as const, 'extra' as const),
          ranges: fc.array(rangeOf(terms), { minLength: 1, maxLength: 2 }),
        }),
        { maxLength: 3 },
      ),
      busy: fc.array(
        fc.tuple(fc.integer({ min: -3 * DAY, max: 3 * DAY }), fc.integer({ min: 0, max: 400 })),
        { maxLength: 12 },
      ),
      duration: fc.integer({ min: 5, max: 200 }),
      step: fc.option(fc.integer({ min: 5, max: 120 })),
      alignment: fc.constantFrom('fixed' as const, 'packed' as const),
      buffers: fc.tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 45 })),
      notice: fc.integer({ min: 0, max: DAY }),
      horizon: fc.integer({ min: 3, max: 9 }),
    })
    .map((made) => {
      const [zone = 'UTC', date = '2027-01-01'] = made.place;
      const middle = Date.parse(`${date}T00:00Z`);
      const minuteAt = (minute: number) => new Date(middle + minute * MINUTE);
      const exceptions: DayException[] = made.exceptions.map(({ day, kind, ranges }) => {
        const on = addLocalDays(date, day);
        return kind === 'closed' ? { date: on, kind } : { date: on, kind, ranges };
      });
      return {
        now: minuteAt(-4 * DAY),
        from: minuteAt(-2 * DAY),
        to: minuteAt(2 * DAY),
        zone,
        service: {
          ...hourly,
          durationMinutes: made.duration,
          stepMinutes: made.step,
          alignment: made.alignment,
          bufferBeforeMinutes: made.buffers[0],
          bufferAfterMinutes: made.buffers[1],
          noticeMinutes: made.notice,
          horizonDays: made.horizon,
        },
        specialists: [
          {
            id: 'anna',
            weekly: made.weekly.map(({ weekday, range }): WeeklyRange => ({ weekday, ...range })),
            exceptions,
            busy: made.busy.map(
              ([at, length]): BusyTime => ({ start: minuteAt(at), end: minuteAt(at + length) }),
            ),
          },
        ],
      };
    });
}

const minutesOf = (input: SlotsInput) => freeSlots(input).map((slot) => slot.start.getTime() / MINUTE);
const busyOf = (input: SlotsInput) =>
  input.specialists.flatMap((one) => one.busy).filter((time) => time.start < time.end);

type Readings = { readonly from: number; readonly walls: readonly number[] };
const readings = new Map<string, Readings>();

/** The wall clock of each minute, read through Intl, with nothing in common with the rule's own clock. */
function wallClock(zone: string, from: number, to: number): Readings {
  const known = readings.get(`${zone} ${from}`);
  if (known !== undefined) return known;
  const fixed = /^UTC([+-])(\d\d):(\d\d)$/.exec(zone);
  const sign = fixed?.[1] === '-' ? -1 : 1;
  const shift = fixed === null ? 0 : sign * (Number(fixed[2]) * 60 + Number(fixed[3]));
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: fixed === null ? zone : 'UTC',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const walls: number[] = [];
  for (let quarter = from; quarter <= to; quarter += 15) {
    const text = format.format(new Date((quarter + shift) * MINUTE));
    const wall = Date.parse(`${text.replace(' ', 'T')}Z`) / MINUTE;
    for (let more = 0; more < 15; more += 1) walls.push(wall + more);
  }
  readings.set(`${zone} ${from}`, { from, walls });
  return { from, walls };
}

function clockAround(input: SlotsInput): Readings {
  return wallClock(
    input.zone,
    input.from.getTime() / MINUTE - 3 * DAY,
    input.to.getTime() / MINUTE + 3 * DAY,
  );
}

/** Minutes covered by the ranges of one day-plan, straight from the words of the rule. */
function openMinutes(input: SlotsInput): Set<number> {
  const { from, walls } = clockAround(input);
  const afterGap = (wall: number) => from + walls.findIndex((shown) => shown > wall);
  const open = new Set<number>();
  const firstDay = localDateToEpochDay(localDate(input.from, input.zone)) - 2;
  for (let day = firstDay; day <= firstDay + 8; day += 1) {
    for (const { startMinute: start, endMinute } of rangesOn(input, day)) {
      if (endMinute <= start) continue;
      const lastMinute = day * DAY + endMinute - 1;
      const first = walls.indexOf(day * DAY + start);
      const last = walls.lastIndexOf(lastMinute);
      const opens = first === -1 ? afterGap(day * DAY + start) : from + first;
      const closes = last === -1 ? afterGap(lastMinute) : from + last + 1;
      for (let minute = opens; minute < closes; minute += 1) open.add(minute);
    }
  }
  return open;
}

function isOpen(open: ReadonlySet<number>, start: number, duration: number): boolean {
  for (let minute = start; minute < start + duration; minute += 1) if (!open.has(minute)) return false;
  return true;
}

function rangesOn(input: SlotsInput, day: number): DayRange[] {
  const [anna] = input.specialists;
  const special = (anna?.exceptions ?? []).filter((exception) => localDateToEpochDay(exception.date) === day);
  if (special.some(({ kind }) => kind === 'closed')) return [];
  const usual = special.some(({ kind }) => kind === 'replaced')
    ? []
    : (anna?.weekly ?? []).filter((range) => range.weekday === epochDayToWeekday(day));
  return [...usual, ...special.flatMap((exception) => (exception.kind === 'closed' ? [] : exception.ranges))];
}

describe('free slots', () => {
  test('lie wholly in open time and meet nothing busy, buffers included', () => {
    fc.assert(
      fc.property(inputs(), (input) => {
        const open = openMinutes(input);
        const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = input.service;
        for (const start of minutesOf(input)) {
          for (let minute = start; minute < start + durationMinutes; minute += 1)
            expect(open.has(minute)).toBe(true);
          const occupied = {
            start: start - bufferBeforeMinutes,
            end: start + durationMinutes + bufferAfterMinutes,
          };
          for (const busy of busyOf(input)) {
            const isClear =
              busy.end.getTime() / MINUTE <= occupied.start || occupied.end <= busy.start.getTime() / MINUTE;
            expect(isClear).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are complete: with a step of a minute, every minute that fits is offered', () => {
    fc.assert(
      fc.property(inputs(fc.constant('none' as const)), (made) => {
        const input = { ...made, service: { ...made.service, stepMinutes: 1, alignment: 'fixed' as const } };
        const open = openMinutes(input);
        const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, horizonDays } =
          input.service;
        const { from, walls } = clockAround(input);
        const horizon = (localDateToEpochDay(localDate(input.now, input.zone)) + horizonDays) * DAY;
        const busy = busyOf(input).map(
          (time) => [time.start.getTime() / MINUTE, time.end.getTime() / MINUTE] as const,
        );
        const expected: number[] = [];
        for (let start = input.from.getTime() / MINUTE; start < input.to.getTime() / MINUTE; start += 1) {
          if (start < input.now.getTime() / MINUTE + noticeMinutes) continue;
          if ((walls[start - from] ?? 0) >= horizon || !isOpen(open, start, durationMinutes)) continue;
          const meets = busy.some(
            ([busyFrom, busyTo]) =>
              busyFrom < start + durationMinutes + bufferAfterMinutes && start - bufferBeforeMinutes < busyTo,
          );
          if (!meets) expected.push(start);
        }
        expect(minutesOf(input)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('are ascending and unique, in the window, after notice', () => {
    fc.assert(
      fc.property(inputs(), (input) => {
        const minutes = minutesOf(input);
        expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
        for (const minute of minutes) {
          expect(minute * MINUTE).toBeGreaterThanOrEqual(input.from.getTime());
          expect(minute * MINUTE).toBeLessThan(input.to.getTime());
          expect(minute * MINUTE).toBeGreaterThanOrEqual(
            input.now.getTime() + input.service.noticeMinutes * MINUTE,
          );
        }
      }),
    );
  });

  test('are the same however the window is cut', () => {
    fc.assert(
      fc.property(
        inputs(),
        fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { maxLength: 4 }),
        (input, cuts) => {
          const middle = (input.from.getTime() + input.to.getTime()) / 2;
          const edges = [...cuts.map((cut) => new Date(middle + cut * MINUTE)), input.to].sort(
            (a, b) => a.getTime() - b.getTime(),
          );
          let from = input.from;
          const pieces: ReturnType<typeof freeSlots> = [];
          for (const to of edges) {
            pieces.push(...freeSlots({ ...input, from, to }));
            from = to;
          }
          expect(pieces).toEqual(freeSlots(input));
        },
      ),
      { numRuns: 120 },
    );
  });

  test('are what can be booked, and nothing else can', () => {
    fc.assert(
      fc.property(inputs(), fc.integer({ min: -2 * DAY, max: 2 * DAY - 1 }), (input, at) => {
        const slots = freeSlots(input);
        for (const slot of slots) expect(findSlot(input, slot.start)).toEqual(slot);
        const any = new Date((input.from.getTime() + input.to.getTime()) / 2 + at * MINUTE);
        expect(isBookable(input, any)).toBe(slots.some((slot) => slot.start.getTime() === any.getTime()));
      }),
      { numRuns: 100 },
    );
  });

  test('do not depend on the order in which hours and busy times are given', () => {
    fc.assert(
      fc.property(inputs(fc.constant('none' as const)), (input) => {
        const specialists = input.specialists.map((one) => ({
          ...one,
          weekly: one.weekly.toReversed(),
          exceptions: one.exceptions.toReversed(),
          busy: one.busy.toReversed(),
        }));
        expect(freeSlots({ ...input, specialists })).toEqual(freeSlots(input));
      }),
    );
  });
});
