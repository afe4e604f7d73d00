import { describe, expect, test } from 'vitest';
import {
  addHours,
  addLocalDays,
  addMinutes,
  contains,
  epochDayToLocalDate,
  isLocalDate,
  isZone,
  localDate,
  localTime,
  localDateToEpochDay,
  localWeekday,
  minutesBetween,
  overlaps,
  startOfLocalDay,
  zoneOffsetMinutes,
} from '@/lib/shared/time';

const at = (text: string) => new Date(text);
const interval = (start: string, end: string) => ({ start: at(start), end: at(end) });

test('elapsed time ignores the wall clock', () => {
  expect(addHours(at('2027-03-29T08:00:00Z'), -48)).toEqual(at('2027-03-27T08:00:00Z'));
  expect(addMinutes(at('2027-10-31T00:30:00Z'), 60)).toEqual(at('2027-10-31T01:30:00Z'));
  expect(minutesBetween(at('2027-10-31T00:00:00Z'), at('2027-10-30T23:00:30Z'))).toBe(-59.5);
});

test('intervals are half-open', () => {
  const morning = interval('2027-01-01T08:00:00Z', '2027-01-01T12:00:00Z');
  expect(contains(morning, morning.start)).toBe(true);
  expect(contains(morning, morning.end)).toBe(false);
  expect(overlaps(morning, interval('2027-01-01T12:00:00Z', '2027-01-01T13:00:00Z'))).toBe(false);
  expect(overlaps(morning, interval('2027-01-01T11:59:00Z', '2027-01-01T13:00:00Z'))).toBe(true);
  expect(overlaps(morning, interval('2027-01-01T09:00:00Z', '2027-01-01T09:00:00Z'))).toBe(false);
});

describe('zones', () => {
  test.each([
    'Europe/Berlin',
    'Asia/Kathmandu',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'UTC',
    'UTC+05:30',
    'UTC-14:00',
    'UTC+14:00',
  ])('%s is a zone', (id) => {
    expect(isZone(id)).toBe(true);
  });

  test.each([
    '',
    ' ',
    '+05:30',
    'UTC+5',
    'UTC+14:01',
    'UTC+05:60',
    'Europe/Nowhere',
    'system',
    'local',
    'utc+5',
    '../etc',
    'Europe/Berlin ',
  ])('%s is none', (id) => {
    expect(isZone(id)).toBe(false);
    expect(() => zoneOffsetMinutes(id, at('2027-01-01T00:00:00Z'))).toThrow(RangeError);
  });

  test.each([
    ['Europe/Berlin', '2027-03-28T00:59:59Z', 60],
    ['Europe/Berlin', '2027-03-28T01:00:00Z', 120],
    ['Australia/Lord_Howe', '2027-01-01T00:00:00Z', 660],
    ['Australia/Lord_Howe', '2027-07-01T00:00:00Z', 630],
    ['Asia/Kathmandu', '2027-07-01T00:00:00Z', 345],
    ['UTC-03:30', '2027-07-01T00:00:00Z', -210],
    ['UTC', '2027-07-01T00:00:00Z', 0],
  ])('%s at %s is %i minutes ahead', (zone, instant, expected) => {
    expect(zoneOffsetMinutes(zone, at(instant))).toBe(expected);
  });
});

test('a day belongs to a zone', () => {
  const instant = at('2027-03-27T18:30:00Z');
  expect(localDate(instant, 'Europe/Berlin')).toBe('2027-03-27');
  expect(localDate(instant, 'Asia/Kathmandu')).toBe('2027-03-28');
  expect(localWeekday(instant, 'Europe/Berlin')).toBe(6);
  expect(localWeekday(instant, 'UTC+14:00')).toBe(7);
});

test('a day begins at its first instant, even where midnight is skipped', () => {
  expect(startOfLocalDay('2027-03-28', 'Europe/Berlin')).toEqual(at('2027-03-27T23:00:00Z'));
  expect(startOfLocalDay('2027-09-05', 'America/Santiago')).toEqual(at('2027-09-05T04:00:00Z'));
  expect(() => startOfLocalDay('2027-02-30', 'Europe/Berlin')).toThrow(RangeError);
});

test('calendar days count without zones', () => {
  expect(addLocalDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addLocalDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(epochDayToLocalDate(localDateToEpochDay('2027-10-31'))).toBe('2027-10-31');
  expect(isLocalDate('2027-2-3')).toBe(false);
  expect(isLocalDate('2027-02-29')).toBe(false);
  expect(() => localDateToEpochDay('2027-02-29')).toThrow(RangeError);
});

test.each([
  ['2027-03-28T00:59:00Z', 'Europe/Berlin', '01:59'],
  ['2027-03-28T01:00:00Z', 'Europe/Berlin', '03:00'],
  ['2027-01-01T18:15:00Z', 'Asia/Kathmandu', '00:00'],
])('%s in %s is %s on the clock', (instant, zone, time) => {
  expect(localTime(new Date(instant), zone)).toBe(time);
});
