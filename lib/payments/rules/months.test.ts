import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, monthInterval, monthOf, monthsUntil, toMonth } from '@/lib/payments/rules/months';

test.each(['2027-03', '2000-01', '2199-12'])('%s is a month', (text) => expect(toMonth(text)).toBe(text));
test.each(['2027-13', '2027-00', '1999-12', '2027-3', '2027-03-01', '', undefined, ['2027-03']])(
  '%s is none',
  (text) => expect(toMonth(text)).toBeNull(),
);

test.each([
  ['2027-03', 1, '2027-04'],
  ['2027-12', 1, '2028-01'],
  ['2027-01', -1, '2026-12'],
  ['2027-03', -15, '2025-12'],
] as const)('%s and %i months is %s', (month, count, expected) => {
  expect(addMonths(month, count)).toBe(expected);
});

test('a month begins and ends on the clocks of the zone', () => {
  const march = { from: new Date('2027-02-28T23:00Z'), to: new Date('2027-03-31T22:00Z') };
  expect(monthInterval('2027-03', 'Europe/Berlin')).toEqual(march);
  expect(monthOf(new Date('2027-02-28T23:00Z'), 'Europe/Berlin')).toBe('2027-03');
});

test('months in a row touch, and the last one holds the instant', () => {
  const instants = fc.date({
    min: new Date('2001-01-01'),
    max: new Date('2190-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, fc.constantFrom('Europe/Berlin', 'UTC', 'UTC+05:30'), (instant, zone) => {
      const starts = monthsUntil(instant, zone, 12);
      expect(starts).toHaveLength(13);
      for (const [index, start] of starts.slice(1).entries()) {
        const month = monthOf(starts[index] ?? instant, zone);
        expect(monthInterval(month, zone)).toEqual({ from: starts[index], to: start });
      }
      expect(monthOf(starts[11] ?? new Date(0), zone)).toBe(monthOf(instant, zone));
    }),
  );
});
