import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueReminder, type Reminded, reminderHours } from '@/lib/booking/rules/reminder';
import { bookingStatuses } from '@/lib/booking/rules/status';
import { addHours, addMinutes } from '@/lib/shared/time';

const startsAt = new Date('2027-03-28T10:00Z');
const before = (hours: number, milliseconds = 0) =>
  new Date(addHours(startsAt, -hours).getTime() + milliseconds);
const session = (change: Partial<Reminded> = {}): Reminded => ({
  status: 'accepted',
  startsAt,
  decidedAt: before(100),
  ...change,
});

describe('a session accepted long before', () => {
  test.each([
    ['a moment before the day', before(24, -1), null],
    ['24 h before', before(24), 24],
    ['a moment before the last hour', before(1, -1), 24],
    ['1 h before', before(1), 1],
    ['a moment before the start', before(0, -1), 1],
    ['at the start', startsAt, null],
    ['after it', addMinutes(startsAt, 5), null],
  ])('%s', (_, now, hours) => {
    expect(dueReminder(session(), now)).toBe(hours);
  });
});

test('what is accepted later than a reminder’s time is not reminded by it; at that instant it still is', () => {
  expect(dueReminder(session({ decidedAt: before(24) }), before(23))).toBe(24);
  expect(dueReminder(session({ decidedAt: before(24, 1) }), before(23))).toBeNull();
  expect(dueReminder(session({ decidedAt: before(24, 1) }), before(1))).toBe(1);
  expect(dueReminder(session({ decidedAt: before(1, 1) }), before(0.5))).toBeNull();
});

test('only what is accepted is reminded of', () => {
  for (const status of bookingStatuses.filter((one) => one !== 'accepted'))
    expect(dueReminder(session({ status }), before(1))).toBeNull();
});

test('however often and when one looks, a session accepted before gets each reminder once and in order', () => {
  const looks = fc.array(fc.integer({ min: -30 * 60, max: 120 }), { maxLength: 40 });
  const accepted = fc.integer({ min: 0, max: 60 * 60 });
  fc.assert(
    fc.property(looks, accepted, (minutes, acceptedBefore) => {
      const decidedAt = addMinutes(startsAt, -acceptedBefore);
      const told = minutes
        .toSorted((a, b) => a - b)
        .map((minute) => addMinutes(startsAt, minute))
        .filter((now) => decidedAt <= now)
        .flatMap((now) => {
          const hours = dueReminder(session({ decidedAt }), now);
          if (hours !== null) expect(now >= before(hours) && now < startsAt).toBe(true);
          return hours ?? [];
        });
      const once = [...new Set(told)];
      expect(once).toEqual(reminderHours.filter((hours) => once.includes(hours)));
      for (const hours of once) expect(acceptedBefore).toBeGreaterThanOrEqual(hours * 60);
    }),
  );
});
