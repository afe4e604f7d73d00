import { expect, it } from 'vitest';
import { writtenSpan } from './written-span';

const zone = 'Europe/Paris';
const span = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });

it.each([
  ['en', 'Fri 11 Dec, 12:30–14:15'],
  ['fr', 'ven. 11 déc., 12:30–14:15'],
])('a span within a day has one day in %s', (locale, written) => {
  expect(writtenSpan(span('2026-12-11T11:30Z', '2026-12-11T13:15Z'), { locale, zone })).toBe(written);
});

it('a span over days has both', () => {
  expect(writtenSpan(span('2026-12-11T11:30Z', '2026-12-12T13:15Z'), { locale: 'en', zone })).toMatch(
    /11 Dec.*12:30 – .*12 Dec.*14:15/,
  );
});
