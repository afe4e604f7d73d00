import { expect, it } from 'vitest';
import { addHours } from '@/lib/shared/time';
import { isRestorable, lastGone, restorableUntil } from './deletion';

const deletedAt = new Date('2027-03-25T10:00:00Z');

it.each([
  [0, true],
  [7 * 24 - 0.001, true],
  [7 * 24, false],
  [8 * 24, false],
])('%d hours after it was deleted a note can be brought back: %s', (hours, isPossible) => {
  const now = addHours(deletedAt, hours);
  expect(isRestorable(deletedAt, now)).toBe(isPossible);
  expect(deletedAt > lastGone(now)).toBe(isPossible);
});

it('says until when', () => {
  expect(restorableUntil(deletedAt)).toEqual(new Date('2027-04-01T10:00:00Z'));
});
