import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyWindow, isSameBusy, joinBusy } from './busy-window';

describe('busyWindow', () => {
  it('is of whole days where the provider lives', () => {
    const window = busyWindow(new Date('2027-03-01T23:30:00Z'), 'Europe/Berlin');
    expect(window.start.toISOString()).toBe('2027-02-28T23:00:00.000Z');
    expect(window.end.toISOString()).toBe('2028-04-05T22:00:00.000Z');
  });
});

describe('joinBusy', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 30 }))
    .map(([from, length]) => ({ start: new Date(from), end: new Date(from + length) }));

  it('covers the same instants by stretches that stand apart', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 30 }), (busy) => {
        const joined = joinBusy(busy);
        const covers = (list: typeof busy, at: number) =>
          list.some(({ start, end }) => start.getTime() <= at && at < end.getTime());
        for (let at = -1; at < 235; at += 1) expect(covers([...joined], at)).toBe(covers(busy, at));
        for (const [index, { start }] of joined.entries())
          if (index > 0)
            expect(start.getTime()).toBeGreaterThan(joined[index - 1]?.end.getTime() ?? Number.NaN);
        expect(isSameBusy(joined, joinBusy(joined))).toBe(true);
      }),
    );
  });

  it('tells apart what differs', () => {
    const one = { start: new Date(0), end: new Date(1) };
    expect(isSameBusy([one], [{ ...one, end: new Date(2) }])).toBe(false);
    expect(isSameBusy([one], [])).toBe(false);
  });
});
