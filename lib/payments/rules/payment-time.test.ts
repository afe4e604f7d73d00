import { describe, expect, test } from 'vitest';
import { chargeTime, isUnpaidTooLate, lastPayableStart, paidBefore, wayToPay } from './payment-time';

const now = new Date('2027-03-01T10:00Z');
const limit = new Date('2027-04-30T10:00Z');
const later = new Date(limit.getTime() + 1);

test('exactly 60 elapsed days ahead is the last start that is paid at booking', () => {
  expect(lastPayableStart(now)).toEqual(limit);
});

describe('what is ordered is paid', () => {
  test.each([
    ['at_booking', limit, 'checkout'],
    ['at_booking', later, 'card'],
    ['before_entry', limit, 'card'],
    ['before_entry', later, 'card'],
    ['off_platform', limit, 'outside'],
    ['off_platform', later, 'outside'],
  ] as const)('%s for %s by %s', (mode, start, way) => {
    expect(wayToPay(mode, start, now)).toBe(way);
  });
});

describe('a stored card is charged', () => {
  test('seven days before the start, at once when that is over', () => {
    expect(chargeTime('at_booking', limit, now)).toEqual(new Date('2027-04-23T10:00Z'));
    expect(chargeTime('at_booking', new Date('2027-03-05T10:00Z'), now)).toEqual(now);
  });

  test('by nobody of itself when one pays before entry or elsewhere', () => {
    expect(chargeTime('before_entry', limit, now)).toBeNull();
    expect(chargeTime('off_platform', limit, now)).toBeNull();
  });
});

test('what is unpaid is cancelled from exactly 48 hours before the start', () => {
  const start = new Date('2027-03-03T10:00Z');
  expect(isUnpaidTooLate(start, now)).toBe(true);
  expect(isUnpaidTooLate(start, new Date(now.getTime() - 1))).toBe(false);
});

test('only a session that is paid ahead and goes on has a time by which it must be paid', () => {
  const startsAt = new Date('2026-12-05T08:00:00Z');
  expect(paidBefore('at_booking', true, startsAt)).toEqual(new Date('2026-12-03T08:00:00Z'));
  expect(paidBefore('at_booking', false, startsAt)).toBeNull();
  expect(paidBefore('before_entry', true, startsAt)).toBeNull();
});
