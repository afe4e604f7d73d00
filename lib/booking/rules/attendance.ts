import type { Interval } from '@/lib/shared/time';

/** One stay in the room as it is recorded; `leftAt` is missing while it lasts or when the line broke. */
export type Stay = { readonly joinedAt: Date; readonly leftAt: Date | null; readonly lastSeenAt: Date };

/**
 * Stays as intervals. A stay without an end counts until it was last seen. Coming and going at one instant
 * still is a moment of presence: it counts as one millisecond, the unit of the clock.
 */
export function presence(stays: readonly Stay[]): Interval[] {
  return mergeIntervals(
    stays.map(({ joinedAt, leftAt, lastSeenAt }) => {
      const end = leftAt ?? lastSeenAt;
      return { start: joinedAt, end: new Date(Math.max(end.getTime(), joinedAt.getTime() + 1)) };
    }),
  );
}

/** Sorted and disjoint; those that overlap or touch become one, empty ones vanish. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start.getTime() - b.start.getTime());
  const merged: Interval[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.end < start) merged.push({ start, end });
    else if (last.end < end) merged[merged.length - 1] = { start: last.start, end };
  }
  return merged;
}

/** The stretches common to two lists. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (const one of mergeIntervals(a))
    for (const other of mergeIntervals(b)) {
      const start = one.start > other.start ? one.start : other.start;
      const end = one.end < other.end ? one.end : other.end;
      if (start < end) common.push({ start, end });
    }
  return common;
}

/** Elapsed milliseconds covered by the intervals, each instant once. */
export function totalMilliseconds(intervals: readonly Interval[]): number {
  return mergeIntervals(intervals).reduce((sum, { start, end }) => sum + end.getTime() - start.getTime(), 0);
}
