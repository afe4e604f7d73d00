import { expect, test } from 'vitest';
import { formatZoned } from '@/lib/i18n/zoned-time';

const at = new Date('2026-11-02T09:00:00Z');

test.each([
  ['en', 'Europe/Paris', '10:00 (Paris)'],
  ['ru', 'Europe/Berlin', '10:00 (Берлин)'],
  ['de', 'UTC', '09:00 (UTC)'],
])('a moment says whose clocks are meant: %s %s', (locale, zone, end) => {
  expect(formatZoned(at, { locale, zone }).endsWith(end)).toBe(true);
});

test('and is written in the style that is asked for', () => {
  expect(formatZoned(at, { locale: 'en', zone: 'Europe/Paris', style: 'time' })).toBe('10:00 (Paris)');
});
