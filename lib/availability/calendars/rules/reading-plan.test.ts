import { describe, expect, it } from 'vitest';
import { minutesBetween } from '@/lib/shared/time';
import { mayStayAsItIs, nextReading } from './reading-plan';

const now = new Date('2027-03-01T12:00:00Z');

describe('nextReading', () => {
  it.each([
    [0, 15],
    [1, 30],
    [2, 60],
    [4, 240],
    [5, 360],
    [2000, 360],
  ])('after %i failures in a row waits %i minutes, a tenth more or less', (failures, minutes) => {
    const after = (random: number) => minutesBetween(now, nextReading(now, failures, random));
    expect(after(0.5)).toBeCloseTo(minutes, 3);
    expect(after(0)).toBeCloseTo(minutes * 0.9, 3);
    expect(after(1)).toBeCloseTo(minutes * 1.1, 3);
  });
});

describe('mayStayAsItIs', () => {
  const at = (expandedAt: string | null, expandedZone = 'Europe/Berlin') =>
    mayStayAsItIs(
      { expandedAt: expandedAt ? new Date(expandedAt) : null, expandedZone },
      'Europe/Berlin',
      now,
    );

  it('for a day, in the same zone, when it was read at all', () => {
    expect(at('2027-02-28T12:00:00.001Z')).toBe(true);
    expect(at('2027-02-28T12:00:00Z')).toBe(false);
    expect(at('2027-03-01T11:00:00Z', 'Europe/Paris')).toBe(false);
    expect(at(null)).toBe(false);
  });
});
