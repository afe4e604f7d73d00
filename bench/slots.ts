import type { BusyTime } from '@/lib/availability/rules/busy-times';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { freeSlots, type Slot, type SlotsInput } from '@/lib/availability/rules/slots';
import type { Terms } from '@/lib/availability/rules/terms';

/**
 * The slots function against the bare sweep it cannot beat: two pointers over ranges and busy times that
 * are already sorted epoch minutes in Int32Array, with the same output. One specialist, 31 days, 200 busy
 * times; the median of 5 interleaved runs. Prints one line of JSON; `ratio` is function over sweep.
 */

const MINUTE = 60_000;
const DAY = 24 * 60;
const ROUNDS = 5;
const CALLS = 2_000;
const TARGET = 4;

const terms: Terms = { price: { amount: 6000, currency: 'EUR' }, channels: ['video'] };
const zone = 'Europe/Berlin';
const now = new Date('2027-03-10T09:07:31Z');
const from = new Date('2027-03-10T23:00Z');
const firstMinute = from.getTime() / MINUTE;
const duration = 50;
const step = 15;

function weeklyHours(): WeeklyRange[] {
  const hours: WeeklyRange[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6] as const)
    hours.push({ weekday, startMinute: 480, endMinute: 750 }, { weekday, startMinute: 810, endMinute: 1140 });
  return hours;
}

/** Spread over the month by a fixed generator, in no order, as a query may return them. */
function busyTimes(): BusyTime[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: 200 }, () => {
    const start = firstMinute + Math.floor(random() * 31 * DAY);
    return {
      start: new Date(start * MINUTE),
      end: new Date((start + 20 + Math.floor(random() * 60)) * MINUTE),
    };
  });
}

const input: SlotsInput = {
  now,
  from,
  to: new Date(from.getTime() + 31 * DAY * MINUTE),
  zone,
  service: {
    durationMinutes: duration,
    stepMinutes: step,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 10,
    noticeMinutes: 120,
    horizonDays: 60,
    terms,
  },
  specialists: [{ id: 'anna', weekly: weeklyHours(), exceptions: [], busy: busyTimes() }],
};

/** What the bare sweep is given for nothing: ranges in real minutes, busy times sorted and joined. */
function prepared() {
  const winter = (Date.parse('2027-03-28T01:00Z') / MINUTE - firstMinute) / DAY;
  const ranges: number[] = [];
  for (let day = 0; day < 31; day += 1) {
    const midnight = firstMinute + day * DAY - (day > winter ? 60 : 0);
    const weekday = new Date((firstMinute + day * DAY + 120) * MINUTE).getUTCDay();
    if (weekday === 0) continue;
    ranges.push(midnight + 480, midnight + 750, midnight + 810, midnight + 1140);
  }
  const sorted = busyTimes().toSorted((a, b) => a.start.getTime() - b.start.getTime());
  const busy: number[] = [];
  for (const { start, end } of sorted) {
    const last = busy.at(-1) ?? 0;
    if (busy.length > 0 && start.getTime() / MINUTE <= last)
      busy[busy.length - 1] = Math.max(last, end.getTime() / MINUTE);
    else busy.push(start.getTime() / MINUTE, end.getTime() / MINUTE);
  }
  return { ranges: Int32Array.from(ranges), busy: Int32Array.from(busy) };
}

const { ranges, busy } = prepared();
const ids = ['anna'];

function bareSweep(): Slot[] {
  const slots: Slot[] = [];
  const { price, channels } = terms;
  let block = 0;
  for (let range = 0; range < ranges.length; range += 2) {
    const end = (ranges[range + 1] ?? 0) - duration;
    for (let start = ranges[range] ?? 0; start <= end; start += step) {
      while (block < busy.length && (busy[block + 1] ?? 0) <= start) block += 2;
      if (block < busy.length && (busy[block] ?? 0) < start + duration + 10) continue;
      slots.push({ start: new Date(start * MINUTE), price, channels, specialistIds: ids });
    }
  }
  return slots;
}

function assertSameOutput(): number {
  const ours = freeSlots(input);
  if (JSON.stringify(ours) !== JSON.stringify(bareSweep()))
    throw new Error('the sweep and the function disagree');
  return ours.length;
}

function microsecondsPerCall(run: () => Slot[]): number {
  const began = process.hrtime.bigint();
  let total = 0;
  for (let call = 0; call < CALLS; call += 1) total += run().length;
  if (total === 0) throw new Error('nothing was free');
  return Number(process.hrtime.bigint() - began) / 1000 / CALLS;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const slots = assertSameOutput();
const began = process.hrtime.bigint();
microsecondsPerCall(() => freeSlots(input));
microsecondsPerCall(bareSweep);
const ours: number[] = [];
const bare: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  ours.push(microsecondsPerCall(() => freeSlots(input)));
  bare.push(microsecondsPerCall(bareSweep));
}
const ratio = median(ours) / median(bare);
const result = {
  bench: 'slots',
  slots,
  microseconds: Number(median(ours).toFixed(1)),
  bareMicroseconds: Number(median(bare).toFixed(1)),
  ratio: Number(ratio.toFixed(2)),
  target: TARGET,
  isMet: ratio <= TARGET,
  seconds: Number((Number(process.hrtime.bigint() - began) / 1e9).toFixed(1)),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
