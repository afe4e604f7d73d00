import { describe, expect, it } from 'vitest';
import { addMinutes } from '@/lib/shared/time';
import { hasAttended, hasHostCome, isRoomOpen } from './outcome';

const startsAt = new Date('2027-03-10T18:00:00Z');
const endsAt = addMinutes(startsAt, 60);
const times = { startsAt, endsAt };
const at = (minutes: number) => addMinutes(startsAt, minutes);
const stay = (from: number, to: number) => ({ joinedAt: at(from), leftAt: at(to), lastSeenAt: at(to) });
const moment = 1 / 60_000;

describe('the host has come', () => {
  it.each([
    ['with exactly five minutes', [stay(0, 5)], true],
    ['not with a moment less', [stay(0, 5 - moment)], false],
    ['with five minutes in all', [stay(0, 2), stay(30, 33)], true],
    ['not by what was before the start', [stay(-10, 4)], false],
    ['not by what was after the end', [stay(57, 70)], false],
    ['not by one stretch counted twice', [stay(0, 3), stay(1, 4)], false],
    ['not without a trace', [], false],
  ])('%s', (_, stays, isThere) => {
    expect(hasHostCome(times, stays)).toBe(isThere);
  });
});

describe('somebody has attended', () => {
  it.each([
    ['who came for a moment', [stay(10, 10)], true],
    ['who was there only before the start', [stay(-9, -1)], true],
    ['not who left before the room opened', [stay(-30, -10)], false],
    ['not who came at the end', [stay(60, 70)], false],
    ['not who never came', [], false],
  ])('%s', (_, stays, isThere) => {
    expect(hasAttended(times, stays)).toBe(isThere);
  });
});

it.each([
  [-10 - moment, false],
  [-10, true],
  [59, true],
  [60, false],
])('the room at %i minutes: %s', (minutes, isOpen) => {
  expect(isRoomOpen(times, at(minutes))).toBe(isOpen);
});
