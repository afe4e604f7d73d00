/**
 * A stretch in which the specialist is not free, buffers included: occupancy or an imported calendar, of
 * the specialist everywhere, whatever the provider. A hold carries `heldUntil`; from that instant on it is
 * no longer busy, whether or not anybody has cleaned up.
 */
export type BusyTime = { readonly start: Date; readonly end: Date; readonly heldUntil?: Date | null };

/** Disjoint busy stretches in epoch minutes, ascending. */
export type BusyMinutes = { readonly starts: Int32Array; readonly ends: Int32Array; readonly count: number };

const MINUTE = 60_000;
/** Room for an index beside a minute in one exact number, so that sorting moves plain numbers. */
const INDEX_ROOM = 2 ** 20;

/**
 * Sorts and joins busy times. Seconds widen a stretch to whole minutes, which for starts on whole minutes
 * changes nothing. Empty stretches and holds that are over at `now` are left out.
 */
export function busyMinutes(busy: readonly BusyTime[], now: Date): BusyMinutes {
  const current = busy.filter((time) => isBusy(time, now));
  const order = new Float64Array(current.length);
  for (const [index, time] of current.entries())
    order[index] = Math.floor(time.start.getTime() / MINUTE) * INDEX_ROOM + index;
  order.sort();

  const starts = new Int32Array(current.length);
  const ends = new Int32Array(current.length);
  let count = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const key of order) {
    const start = Math.floor(key / INDEX_ROOM);
    const time = current[key - start * INDEX_ROOM];
    if (time === undefined) continue;
    const end = Math.ceil(time.end.getTime() / MINUTE);
    if (start > lastEnd) {
      starts[count] = start;
      count += 1;
    }
    lastEnd = Math.max(lastEnd, end);
    ends[count - 1] = lastEnd;
  }
  return { starts, ends, count };
}

function isBusy(time: BusyTime, now: Date): boolean {
  if (time.end.getTime() <= time.start.getTime()) return false;
  return time.heldUntil === undefined || time.heldUntil === null || time.heldUntil.getTime() > now.getTime();
}
