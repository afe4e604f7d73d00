import { expect, test } from 'vitest';
import { canonicalZone, fixedOffsetChoices, zoneChoices } from '@/lib/accounts/rules/time-zones';
import { isZone, zoneOffsetMinutes } from '@/lib/shared/time';

const winter = new Date('2027-01-15T12:00Z');
const summer = new Date('2027-07-15T12:00Z');

test('places stand under today’s names, each once, each a zone', () => {
  const ids = zoneChoices(winter).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(400);
  for (const id of ids) expect(isZone(id), id).toBe(true);
  expect(ids).toEqual(
    expect.arrayContaining(['Europe/Kyiv', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/Nuuk']),
  );
  expect(ids).not.toContain('Europe/Kiev');
});

test('they are ordered by the clock of the moment', () => {
  for (const now of [winter, summer]) {
    const choices = zoneChoices(now);
    for (const { id, offsetMinutes } of choices) expect(offsetMinutes).toBe(zoneOffsetMinutes(id, now));
    expect(choices.map(({ offsetMinutes }) => offsetMinutes)).toEqual(
      choices.map(({ offsetMinutes }) => offsetMinutes).toSorted((a, b) => a - b),
    );
  }
  const berlin = (now: Date) => zoneChoices(now).find(({ id }) => id === 'Europe/Berlin')?.offsetMinutes;
  expect([berlin(winter), berlin(summer)]).toEqual([60, 120]);
});

test('fixed offsets are zones that keep their offset', () => {
  for (const { id, offsetMinutes } of fixedOffsetChoices) {
    expect(isZone(id), id).toBe(true);
    expect(zoneOffsetMinutes(id, summer)).toBe(offsetMinutes);
  }
  const ids = fixedOffsetChoices.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['UTC-12:00', 'UTC', 'UTC+05:30', 'UTC+05:45', 'UTC+14:00']));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Etc/UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['UTC', 'UTC'],
  ['UTC+05:45', 'UTC+05:45'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['Mars/Base', null],
  ['', null],
])('a browser’s %s is kept as %s', (reported, kept) => {
  expect(canonicalZone(reported)).toBe(kept);
});
