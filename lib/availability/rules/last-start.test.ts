import { expect, test } from 'vitest';
import { isBookable, type SlotsInput } from '@/lib/availability/rules/slots';

const at = (text: string) => new Date(text);

function input(lastStart: Date | null): Omit<SlotsInput, 'from' | 'to'> {
  return {
    now: at('2027-01-01T00:00Z'),
    zone: 'Europe/Berlin',
    service: {
      durationMinutes: 60,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      noticeMinutes: 0,
      horizonDays: 365,
      lastStart,
      terms: { price: { amount: 12_000, currency: 'EUR' }, channels: ['video'] },
    },
    specialists: [
      { id: 'a', weekly: [{ weekday: 1, startMinute: 540, endMinute: 600 }], exceptions: [], busy: [] },
    ],
  };
}

test('the last start is the end of what is offered, whatever the horizon; at it one may start', () => {
  const start = at('2027-01-11T08:00:00.000Z');
  expect(isBookable(input(null), start)).toBe(true);
  expect(isBookable(input(start), start)).toBe(true);
  expect(isBookable(input(at('2027-01-11T07:59:59.999Z')), start)).toBe(false);
});
