import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  intersectIntervals,
  mergeIntervals,
  presence,
  totalMilliseconds,
} from '@/lib/booking/rules/attendance';

const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
    .map(([start, length]) => ({ start: new Date(start), end: new Date(start + length) })),
  { maxLength: 8 },
);
const covered = (list: readonly { start: Date; end: Date }[]) => {
  const instants = new Set<number>();
  for (const { start, end } of list)
    for (let at = start.getTime(); at < end.getTime(); at += 1) instants.add(at);
  return instants;
};
const common = (a: ReadonlySet<number>, b: ReadonlySet<number>) => new Set([...a].filter((at) => b.has(at)));

test('merging keeps every instant, once, in order', () => {
  fc.assert(
    fc.property(intervals, (list) => {
      const merged = mergeIntervals(list);
      expect(covered(merged)).toEqual(covered(list));
      expect(totalMilliseconds(list)).toBe(covered(list).size);
      for (const [index, one] of merged.entries()) {
        const next = merged[index + 1];
        if (next !== undefined) expect(one.end.getTime()).toBeLessThan(next.start.getTime());
      }
    }),
  );
});

test('the intersection holds exactly the common instants', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      expect(covered(intersectIntervals(a, b))).toEqual(common(covered(a), covered(b)));
      expect(covered(intersectIntervals(b, a))).toEqual(covered(intersectIntervals(a, b)));
    }),
  );
});

test('a stay without an end counts until it was last seen, and a moment counts', () => {
  const at = (text: string) => new Date(`2027-03-01T${text}Z`);
  expect(presence([{ joinedAt: at('10:00'), leftAt: null, lastSeenAt: at('10:05') }])).toEqual([
    { start: at('10:00'), end: at('10:05') },
  ]);
  expect(presence([{ joinedAt: at('10:00'), leftAt: at('10:00'), lastSeenAt: at('10:00') }])).toEqual([
    { start: at('10:00'), end: at('10:00:00.001') },
  ]);
});
