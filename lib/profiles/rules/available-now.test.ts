import { expect, it } from 'vitest';
import { availableUntil, isAvailableNow, isSwitchedOn } from './available-now';

const now = new Date('2027-03-01T10:00:00Z');
const at = (time: string) => new Date(`2027-03-01T${time}Z`);

it('is on for two hours, and not at their end', () => {
  expect(availableUntil(now)).toEqual(at('12:00:00'));
  expect(isSwitchedOn(at('12:00:00'), at('11:59:59.999'))).toBe(true);
  expect(isSwitchedOn(at('12:00:00'), at('12:00:00'))).toBe(false);
  expect(isSwitchedOn(null, now)).toBe(false);
});

it.each([
  ['12:00:00', '10:30:00', true],
  ['12:00:00', '10:30:00.001', false],
  ['10:00:00', '10:15:00', false],
  ['12:00:00', '10:00:00', false],
  ['12:00:00', '09:59:00', false],
  ['12:00:00', null, false],
  [null, '10:15:00', false],
])('on until %s with the next start at %s: %s', (until, next, isAvailable) => {
  const state = { availableUntil: until && at(until), nextFreeAt: next && at(next) };
  expect(
    isAvailableNow(
      { availableUntil: state.availableUntil || null, nextFreeAt: state.nextFreeAt || null },
      now,
    ),
  ).toBe(isAvailable);
});
