import type { DayException, DayRange, WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { freeSlots, type SlotRules, type SlotsInput } from '@/lib/availability/rules/slots';
import type { OwnTerms, Terms } from '@/lib/availability/rules/terms';
import { parseRange } from '@/lib/availability/rules/weekly-ranges';
import { type LocalDate, weekdays } from '@/lib/shared/time';

/** Builders and the table of examples for the tests of free times; the table also runs under other machine zones. */

export const usualTerms: Terms = { price: { amount: 6000, currency: 'EUR' }, channels: ['video', 'voice'] };
/** The usual ones, said by the range itself. */
export const sameTerms: OwnTerms = { priceAmount: 6000, channels: ['video', 'voice'] };
export const eveningTerms: OwnTerms = { priceAmount: 9000, channels: ['in_person'] };

export const hourly: SlotRules = {
  durationMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 365,
  terms: usualTerms,
};

/** `08:00-12:30` as a range of a day. */
export function hours(text: string, terms?: OwnTerms): DayRange {
  const [start = '', end = ''] = text.split('-');
  const range = parseRange(start, end);
  if (!range.ok) throw new Error(`${text}: ${range.error.code}`);
  return terms === undefined ? range.value : { ...range.value, terms };
}

/** The same hours on each of the days, all seven when none are named. */
export function weekly(texts: string, days: readonly number[] = weekdays): WeeklyRange[] {
  return weekdays
    .filter((weekday) => days.includes(weekday))
    .flatMap((weekday) => texts.split(' ').map((text) => ({ ...hours(text), weekday })));
}

/** Hours of one date and no other. */
export function onlyOn(date: LocalDate, text: string): DayException[] {
  return [{ date, kind: 'extra', ranges: text.split(' ').map((range) => hours(range)) }];
}

export type Example = {
  readonly name: string;
  readonly zone: string;
  readonly weekly?: readonly WeeklyRange[];
  readonly exceptions?: readonly DayException[];
  readonly service?: Partial<SlotRules>;
  readonly busy?: readonly (readonly [string, string])[];
  readonly now?: string;
  readonly window: readonly [string, string];
  readonly starts: readonly string[];
};

export function inputOf(example: Example): SlotsInput {
  const [from, to] = example.window;
  return {
    now: new Date(example.now ?? `${from.slice(0, 10)}T00:00Z`),
    from: new Date(from),
    to: new Date(to),
    zone: example.zone,
    service: { ...hourly, ...example.service },
    specialists: [
      {
        id: 'anna',
        weekly: example.weekly ?? [],
        exceptions: example.exceptions ?? [],
        busy: (example.busy ?? []).map(([start, end]) => ({ start: new Date(start), end: new Date(end) })),
      },
    ],
  };
}

/** The free starts as `YYYY-MM-DDTHH:MMZ`. */
export function startsOf(input: SlotsInput): string[] {
  return freeSlots(input).map((slot) => `${slot.start.toISOString().slice(0, 16)}Z`);
}

/** `2027-03-28` and `00:00 01:00` as instants of that day. */
export function utc(date: string, times: string): string[] {
  return times === '' ? [] : times.split(' ').map((time) => `${date}T${time}Z`);
}

const berlin = 'Europe/Berlin';
const springWindow = ['2027-03-27T22:00Z', '2027-03-29T00:00Z'] as const;
const autumnWindow = ['2027-10-30T20:00Z', '2027-11-01T00:00Z'] as const;
const monday = ['2027-03-01T00:00Z', '2027-03-02T00:00Z'] as const;
const everyHour = (count: number, first: string) =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(first) + i * 3_600_000).toISOString().replace(':00.000', ''),
  );

export const examples: readonly Example[] = [
  {
    name: 'Berlin, spring: a skipped hour is no time',
    zone: berlin,
    exceptions: onlyOn('2027-03-28', '01:00-05:00'),
    window: springWindow,
    starts: utc('2027-03-28', '00:00 01:00 02:00'),
  },
  {
    name: 'Berlin, spring: a skipped start moves to the shift',
    zone: berlin,
    exceptions: onlyOn('2027-03-28', '02:30-04:30'),
    window: springWindow,
    starts: utc('2027-03-28', '01:00'),
  },
  {
    name: 'Berlin, spring: a range inside the skipped hour vanishes',
    zone: berlin,
    exceptions: onlyOn('2027-03-28', '02:00-03:00'),
    service: { durationMinutes: 5 },
    window: springWindow,
    starts: [],
  },
  {
    name: 'Berlin, autumn: both passes are real time',
    zone: berlin,
    exceptions: onlyOn('2027-10-31', '01:00-04:00'),
    window: autumnWindow,
    starts: ['2027-10-30T23:00Z', ...utc('2027-10-31', '00:00 01:00 02:00')],
  },
  {
    name: 'Berlin, autumn: until 02:00 stops when the clock first shows it',
    zone: berlin,
    exceptions: onlyOn('2027-10-31', '01:00-02:00'),
    window: autumnWindow,
    starts: ['2027-10-30T23:00Z'],
  },
  {
    name: 'Berlin, autumn: until 02:30 contains both passes',
    zone: berlin,
    exceptions: onlyOn('2027-10-31', '01:00-02:30'),
    service: { durationMinutes: 30 },
    window: autumnWindow,
    starts: [...utc('2027-10-30', '23:00 23:30'), ...utc('2027-10-31', '00:00 00:30 01:00')],
  },
  {
    name: 'Berlin, autumn: a repeated start is its first occurrence',
    zone: berlin,
    exceptions: onlyOn('2027-10-31', '02:30-04:00'),
    service: { durationMinutes: 30 },
    window: autumnWindow,
    starts: utc('2027-10-31', '00:30 01:00 01:30 02:00 02:30'),
  },
  {
    name: 'a break of ten minutes, fixed grid',
    zone: berlin,
    weekly: weekly('08:00-12:30', [1, 2, 3, 4, 5]),
    busy: [['2027-03-01T09:00Z', '2027-03-01T09:10Z']],
    window: monday,
    starts: utc('2027-03-01', '07:00 08:00 10:00'),
  },
  {
    name: 'a break of ten minutes, packed',
    zone: berlin,
    weekly: weekly('08:00-12:30', [1, 2, 3, 4, 5]),
    busy: [['2027-03-01T09:00Z', '2027-03-01T09:10Z']],
    service: { alignment: 'packed' },
    window: monday,
    starts: utc('2027-03-01', '07:00 08:00 09:10 10:10'),
  },
  {
    name: 'packed with a buffer rounds up to five minutes of the clock',
    zone: 'Asia/Kathmandu',
    weekly: weekly('08:00-12:00'),
    busy: [['2027-03-01T03:00Z', '2027-03-01T03:11Z']],
    service: { alignment: 'packed', bufferBeforeMinutes: 7 },
    window: monday,
    starts: utc('2027-03-01', '03:20 04:20'),
  },
  {
    name: 'Lord Howe, autumn: half an hour twice',
    zone: 'Australia/Lord_Howe',
    exceptions: onlyOn('2027-04-04', '01:00-03:00'),
    window: ['2027-04-03T00:00Z', '2027-04-05T00:00Z'],
    starts: utc('2027-04-03', '14:00 15:00'),
  },
  {
    name: 'Lord Howe, autumn: until 02:00 ends with the second 01:59',
    zone: 'Australia/Lord_Howe',
    exceptions: onlyOn('2027-04-04', '01:00-02:00'),
    service: { durationMinutes: 30 },
    window: ['2027-04-03T00:00Z', '2027-04-05T00:00Z'],
    starts: utc('2027-04-03', '14:00 14:30 15:00'),
  },
  {
    name: 'Lord Howe, spring: half an hour skipped',
    zone: 'Australia/Lord_Howe',
    exceptions: onlyOn('2027-10-03', '02:00-04:00'),
    service: { durationMinutes: 30 },
    window: ['2027-10-02T00:00Z', '2027-10-04T00:00Z'],
    starts: utc('2027-10-02', '15:30 16:00 16:30'),
  },
  {
    name: 'Santiago, spring: midnight is skipped',
    zone: 'America/Santiago',
    exceptions: [...onlyOn('2027-09-04', '22:00-24:00'), ...onlyOn('2027-09-05', '00:00-02:00')],
    window: ['2027-09-04T00:00Z', '2027-09-06T00:00Z'],
    starts: utc('2027-09-05', '02:00 03:00 04:00'),
  },
  {
    name: 'Santiago, spring: an end in the skipped hour is the shift',
    zone: 'America/Santiago',
    exceptions: onlyOn('2027-09-04', '23:00-00:30'),
    service: { durationMinutes: 30 },
    window: ['2027-09-04T00:00Z', '2027-09-06T00:00Z'],
    starts: utc('2027-09-05', '03:00 03:30'),
  },
  {
    name: 'Santiago, autumn: the hour before midnight comes twice',
    zone: 'America/Santiago',
    exceptions: [...onlyOn('2027-04-03', '22:00-24:00'), ...onlyOn('2027-04-04', '00:00-02:00')],
    window: ['2027-04-03T00:00Z', '2027-04-05T00:00Z'],
    starts: utc('2027-04-04', '01:00 02:00 03:00 04:00 05:00'),
  },
  {
    name: 'Kathmandu lies a quarter hour off',
    zone: 'Asia/Kathmandu',
    exceptions: onlyOn('2027-03-28', '09:00-11:00'),
    window: springWindow,
    starts: utc('2027-03-28', '03:15 04:15'),
  },
  {
    name: 'Kolkata lies half an hour off',
    zone: 'Asia/Kolkata',
    exceptions: onlyOn('2027-03-28', '09:00-11:00'),
    window: springWindow,
    starts: utc('2027-03-28', '03:30 04:30'),
  },
  {
    name: 'Moscow keeps one clock in March',
    zone: 'Europe/Moscow',
    exceptions: onlyOn('2027-03-28', '01:00-05:00'),
    window: ['2027-03-27T20:00Z', '2027-03-29T00:00Z'],
    starts: ['2027-03-27T22:00Z', '2027-03-27T23:00Z', ...utc('2027-03-28', '00:00 01:00')],
  },
  {
    name: 'a fixed offset is a zone',
    zone: 'UTC-03:30',
    exceptions: onlyOn('2027-10-31', '09:00-11:00'),
    window: autumnWindow,
    starts: utc('2027-10-31', '12:30 13:30'),
  },
  {
    name: 'around the clock on the long day',
    zone: berlin,
    weekly: weekly('00:00-24:00'),
    window: ['2027-10-30T22:00Z', '2027-10-31T23:00Z'],
    starts: everyHour(25, '2027-10-30T22:00Z'),
  },
  {
    name: 'around the clock on the short day',
    zone: berlin,
    weekly: weekly('00:00-24:00'),
    window: ['2027-03-27T23:00Z', '2027-03-28T22:00Z'],
    starts: everyHour(23, '2027-03-27T23:00Z'),
  },
];
