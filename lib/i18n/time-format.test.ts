import { describe, expect, it } from 'vitest';
import { formatDates, formatInstant, formatRelative, formatSpan, localDay, localMinute } from './time-format';
import { zoneName, zoneOffsetLabel } from './zone-name';

const instant = new Date('2026-11-26T16:30:00Z');

describe('formatInstant', () => {
  it.each([
    ['fr', 'jeu. 26 nov., 17:30'],
    ['de', 'Do., 26. Nov., 17:30'],
    ['ru', 'чт, 26 нояб., 17:30'],
    ['en', 'Thu 26 Nov, 17:30'],
  ])('writes day and time in %s', (locale, expected) => {
    const written = formatInstant(instant, { locale, zone: 'Europe/Paris', style: 'dateTime' });
    expect(written.replace('Thu, ', 'Thu ')).toBe(expected);
  });

  it('uses the clocks of the given zone, fixed offsets too', () => {
    const at = (zone: string) => formatInstant(instant, { locale: 'en', zone, style: 'time' });
    expect(at('America/Toronto')).toBe('11:30');
    expect(at('UTC+05:45')).toBe('22:15');
  });

  it.each([
    ['2026-12-01T11:00:00Z', 'longDate', 'mardi 1er décembre'],
    ['2026-12-01T11:00:00Z', 'dateTime', 'mar. 1er déc., 12:00'],
    ['2026-12-11T11:00:00Z', 'longDate', 'vendredi 11 décembre'],
    ['2026-12-21T11:00:00Z', 'date', '21 déc. 2026'],
  ] as const)('counts the first of a month as the French do: %s', (at, style, expected) => {
    expect(formatInstant(new Date(at), { locale: 'fr', zone: 'Europe/Paris', style })).toBe(expected);
  });

  it('writes a short date in Russian so that a sentence may end with it', () => {
    expect(formatInstant(instant, { locale: 'ru', zone: 'Europe/Paris', style: 'date' })).toBe(
      '26 нояб. 2026',
    );
  });

  it('gives the minute of the day', () => {
    expect(localMinute(instant, 'Asia/Kathmandu')).toBe(22 * 60 + 15);
    expect(localMinute(new Date('2026-11-25T23:00:00Z'), 'Europe/Paris')).toBe(0);
  });

  it('gives the local date', () => {
    expect(localDay(new Date('2026-11-26T23:30:00Z'), 'Europe/Paris')).toBe('2026-11-27');
  });
});

describe('formatDates', () => {
  it.each([
    ['en', '2026-11-23', '2026-11-29', '23–29 Nov 2026'],
    ['de', '2026-11-23', '2026-11-29', '23.–29. Nov. 2026'],
    ['fr', '2026-12-01', '2026-12-07', '1er–7 déc. 2026'],
    ['ru', '2026-12-28', '2027-01-03', '28 дек. 2026 г.–3 янв. 2027 г.'],
  ])('names month and year once where they are the same, in %s', (locale, first, last, expected) => {
    const noon = (day: string) => new Date(`${day}T12:00:00Z`);
    const written = formatDates(noon(first), noon(last), { locale, zone: 'UTC' });
    // Versions of ICU differ in the spaces, not in the words.
    expect(written.replaceAll(/\s?–\s?/gu, '–').replaceAll(/\s/gu, ' ')).toBe(expected);
  });
});

describe('formatSpan', () => {
  it('names the day of the end only past midnight', () => {
    const options = { locale: 'en', zone: 'Europe/Paris' };
    expect(formatSpan(instant, new Date('2026-11-26T17:20:00Z'), options)).toBe('17:30–18:20');
    expect(formatSpan(instant, new Date('2026-11-27T01:00:00Z'), options)).toMatch(
      /^17:30–Fri,? 27 Nov, 02:00$/,
    );
  });
});

describe('formatRelative', () => {
  const now = new Date('2026-11-23T16:00:00Z');
  const zone = 'Europe/Paris';
  it('counts days, hours, minutes', () => {
    expect(formatRelative(instant, { now, locale: 'en', zone })).toBe('in 3 days');
    const before = new Date('2026-11-23T14:00:00Z');
    expect(formatRelative(before, { now, locale: 'de', zone })).toBe('vor 2 Stunden');
    expect(formatRelative(now, { now, locale: 'fr', zone })).toBe('cette minute-ci');
  });

  it.each([
    ['a minute less than three days', '2026-11-26T15:59:00Z', 'in 3 Tagen'],
    ['late the next evening', '2026-11-24T22:30:00Z', 'morgen'],
    ['just past the midnight after that', '2026-11-24T23:30:00Z', 'übermorgen'],
    ['a day and an hour ago', '2026-11-22T15:00:00Z', 'gestern'],
  ])('names the day of the calendar: %s', (_, at, written) => {
    expect(formatRelative(new Date(at), { now, locale: 'de', zone })).toBe(written);
  });
});

describe('zone names', () => {
  it.each([
    ['Europe/Paris', 'ru', 'Париж'],
    ['Asia/Novosibirsk', 'ru', 'Новосибирск'],
    ['Asia/Almaty', 'ru', 'Алматы'],
    ['Europe/London', 'fr', 'Londres'],
    ['America/New_York', 'en', 'New York'],
    ['UTC-03:30', 'de', 'UTC−03:30'],
  ])('%s in %s is %s', (zone, locale, expected) => {
    expect(zoneName(zone, locale)).toBe(expected);
  });

  it('never shows a Latin city in Russian', () => {
    expect(zoneName('America/Boise', 'ru')).not.toMatch(/[A-Za-z]/);
  });

  it('follows summer time', () => {
    expect(zoneOffsetLabel('Europe/Paris', instant)).toBe('UTC+1');
    expect(zoneOffsetLabel('Europe/Paris', new Date('2026-07-01T00:00:00Z'))).toBe('UTC+2');
    expect(zoneOffsetLabel('America/St_Johns', instant)).toBe('UTC−3:30');
  });
});
