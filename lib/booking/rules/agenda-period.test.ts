import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { addLocalDays, epochDayToLocalDate, localDateToEpochDay } from '@/lib/shared/time';
import { agendaPeriod, agendaViews } from './agenda-period';

it.each([
  ['day', '2026-11-26', '2026-11-26', '2026-11-26'],
  ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
  ['week', '2026-12-31', '2026-12-28', '2027-01-03'],
  ['month', '2026-11-26', '2026-10-26', '2026-12-06'],
  ['month', '2027-02-14', '2027-02-01', '2027-02-28'],
  ['list', '2026-11-26', '2026-11-26', '2026-12-23'],
] as const)('a %s around %s goes from %s to %s', (view, date, first, last) => {
  const { days } = agendaPeriod(view, date);
  expect([days[0], days.at(-1)]).toEqual([first, last]);
});

test('going on and back again shows the same days, none is left out and none shown twice', () => {
  const date = fc.integer({ min: 18_000, max: 30_000 }).map(epochDayToLocalDate);
  fc.assert(
    fc.property(fc.constantFrom(...agendaViews), date, (view, day) => {
      const period = agendaPeriod(view, day);
      expect(agendaPeriod(view, period.after).before).toBe(period.date);
      expect(period.days).toContain(period.date);
      for (const [index, one] of period.days.entries())
        expect(localDateToEpochDay(one)).toBe(localDateToEpochDay(period.days[0] ?? '') + index);
      if (view === 'month') expect(period.days.length % 7).toBe(0);
      else expect(agendaPeriod(view, period.after).days[0]).toBe(addLocalDays(period.days.at(-1) ?? '', 1));
    }),
  );
});
