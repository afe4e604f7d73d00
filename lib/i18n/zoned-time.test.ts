import { expect, test } from 'vitest';
import { formatUntil, formatZoned } from '@/lib/i18n/zoned-time';

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

test.each([
  ['en', 'Thu 12 Nov, 24:00 (Paris)'],
  ['fr', 'jeu. 12 nov., 24:00 (Paris)'],
  ['de', 'Do., 12. Nov., 24:00 (Paris)'],
  ['ru', 'чт, 12 нояб., 24:00 (Париж)'],
])('a period that ends with a day names that day, not the next: %s', (locale, written) => {
  expect(formatUntil(new Date('2026-11-12T23:00:00Z'), { locale, zone: 'Europe/Paris' })).toBe(written);
});

test('any other end is written as the moment that it is', () => {
  expect(formatUntil(at, { locale: 'en', zone: 'Europe/Paris' })).toBe('Mon 2 Nov, 10:00 (Paris)');
});
