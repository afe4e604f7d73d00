import { describe, expect, test } from 'vitest';
import {
  cancelTerms,
  freeCancelUntil,
  isCancellable,
  isFreeToCancel,
} from '@/lib/booking/rules/cancellation';

const at = (text: string) => new Date(text);

describe('the deadline', () => {
  const early = at('2027-01-01T00:00Z');

  test.each([
    ['an ordinary week', '2027-03-10T09:00Z', '2027-03-08T09:00Z'],
    [
      'spring in Berlin: Monday 09:00 is Saturday 08:00 on the wall',
      '2027-03-29T07:00Z',
      '2027-03-27T07:00Z',
    ],
    ['autumn in Berlin', '2027-11-01T08:00Z', '2027-10-30T08:00Z'],
  ])('is 48 elapsed hours before: %s', (_, start, deadline) => {
    expect(freeCancelUntil(at(start), early)).toEqual(at(deadline));
  });

  test('does not exist for a booking made after it, and does at that instant', () => {
    const start = at('2027-03-10T09:00Z');
    expect(freeCancelUntil(start, at('2027-03-08T09:00:00.000Z'))).toEqual(at('2027-03-08T09:00Z'));
    expect(freeCancelUntil(start, at('2027-03-08T09:00:00.001Z'))).toBeNull();
  });

  test('itself still counts as in time', () => {
    const deadline = at('2027-03-08T09:00Z');
    expect(isFreeToCancel(deadline, at('2027-03-08T09:00:00.000Z'))).toBe(true);
    expect(isFreeToCancel(deadline, at('2027-03-08T09:00:00.001Z'))).toBe(false);
    expect(isFreeToCancel(null, early)).toBe(false);
  });
});

test('cancelling ends with the start', () => {
  const start = at('2027-03-10T09:00Z');
  expect(isCancellable(start, at('2027-03-10T08:59:59.999Z'))).toBe(true);
  expect(isCancellable(start, start)).toBe(false);
});

test.each([
  ['nothing', 0, null, '2027-03-10T08:00Z'],
  ['nothing', 0, '2027-03-08T09:00Z', '2027-03-10T08:00Z'],
  ['never', 9000, null, '2027-03-01T00:00Z'],
  ['free', 9000, '2027-03-08T09:00Z', '2027-03-08T09:00Z'],
  ['late', 9000, '2027-03-08T09:00Z', '2027-03-08T09:00:00.001Z'],
])('what cancelling means: %s', (terms, priceAmount, until, now) => {
  expect(cancelTerms({ priceAmount, freeCancelUntil: until ? at(until) : null }, at(now))).toBe(terms);
});
