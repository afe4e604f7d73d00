import { expect, test } from 'vitest';
import { answerDeadline, isAnswerable, isAnswerHours } from '@/lib/booking/rules/answer-deadline';

const at = (text: string) => new Date(text);

test.each([
  [2, true],
  [24, true],
  [144, true],
  [1, false],
  [145, false],
  [2.5, false],
  [Number.NaN, false],
])('%d hours to answer: %s', (hours, allowed) => {
  expect(isAnswerHours(hours)).toBe(allowed);
});

test('the deadline is the answer time, but never after the start', () => {
  const requested = at('2027-03-27T12:00Z');
  expect(answerDeadline(requested, 24, at('2027-04-10T09:00Z'))).toEqual(at('2027-03-28T12:00Z'));
  expect(answerDeadline(requested, 24, at('2027-03-28T11:59Z'))).toEqual(at('2027-03-28T11:59Z'));
  expect(() => answerDeadline(requested, 1, at('2027-04-10T09:00Z'))).toThrow(RangeError);
});

test('an answer at the deadline is too late', () => {
  const answerBy = at('2027-03-28T12:00Z');
  expect(isAnswerable(answerBy, at('2027-03-28T11:59:59.999Z'))).toBe(true);
  expect(isAnswerable(answerBy, answerBy)).toBe(false);
});
