import { addLocalDays, type Interval, localDate, startOfLocalDay } from '@/lib/shared/time';

const daysAhead = 400;

/** What is imported: from the beginning of yesterday to the end of the 400th day ahead, in the provider's zone. */
export function busyWindow(now: Date, zone: string): Interval {
  const today = localDate(now, zone);
  return {
    start: startOfLocalDay(addLocalDays(today, -1), zone),
    end: startOfLocalDay(addLocalDays(today, daysAhead + 1), zone),
  };
}

/** Busy stretches without gaps or overlaps between them, in order; what touches is one. */
export function joinBusy(busy: readonly Interval[]): Interval[] {
  const joined: { start: Date; end: Date }[] = [];
  for (const { start, end } of busy.toSorted((a, b) => a.start.getTime() - b.start.getTime())) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = end > last.end ? end : last.end;
    else joined.push({ start, end });
  }
  return joined;
}

/** Whether both are the same stretches in the same order. */
export function isSameBusy(a: readonly Interval[], b: readonly Interval[]): boolean {
  const isSame = ({ start, end }: Interval, other: Interval | undefined) =>
    start.getTime() === other?.start.getTime() && end.getTime() === other.end.getTime();
  return a.length === b.length && a.every((interval, index) => isSame(interval, b[index]));
}
