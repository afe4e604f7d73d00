import type { BusyMinutes } from '@/lib/availability/rules/busy-times';
import type { OpenRange } from '@/lib/availability/rules/open-ranges';
import type { Terms } from '@/lib/availability/rules/terms';

/** A session's lengths in minutes, and where its starts lie. */
export type Grid = {
  readonly duration: number;
  readonly step: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly alignment: Alignment;
};

/**
 * `fixed`: every step from the start of the range. `packed`: the same, but begun anew after each busy
 * block, where the session may next begin, rounded up to 5 minutes of the wall clock.
 */
export type Alignment = 'fixed' | 'packed';

/** Free starts in epoch minutes, ascending, each with its terms at the same index. */
export type Starts = { readonly minutes: number[]; readonly terms: Terms[] };

/**
 * One pass over ascending ranges and busy stretches: the starts from `from` up to `to` whose session lies
 * within the range's reach and whose time with buffers meets no busy stretch.
 */
export function sweep(
  ranges: readonly OpenRange[],
  busy: BusyMinutes,
  grid: Grid,
  window: { readonly from: number; readonly to: number },
  offsetAt: (instant: number) => number,
): Starts {
  const found: Starts = { minutes: [], terms: [] };
  let base = 0;
  for (const range of ranges) {
    if (range.end <= window.from) continue;
    if (range.start >= window.to) break;
    while (base < busy.count && (busy.ends[base] ?? 0) <= range.start - grid.bufferBefore) base += 1;
    const before = Math.min(range.end, window.to, range.reach - grid.duration + 1);
    if (grid.alignment === 'fixed') sweepFixed(range, busy, base, grid, window.from, before, found);
    else sweepPacked(range, busy, base, grid, window.from, before, offsetAt, found);
  }
  return found;
}

/** Starts `from <= start < before` on the grid of the whole range; a busy stretch is leapt over at once. */
function sweepFixed(
  range: OpenRange,
  busy: BusyMinutes,
  base: number,
  { duration, step, bufferBefore, bufferAfter }: Grid,
  from: number,
  before: number,
  found: Starts,
): void {
  const occupied = duration + bufferAfter;
  let block = base;
  let start = firstOnGrid(range.start, step, from);
  while (start < before) {
    while (block < busy.count && (busy.ends[block] ?? 0) <= start - bufferBefore) block += 1;
    if (block < busy.count && (busy.starts[block] ?? 0) < start + occupied) {
      start = firstOnGrid(range.start, step, (busy.ends[block] ?? 0) + bufferBefore);
    } else {
      found.minutes.push(start);
      found.terms.push(range.terms);
      start += step;
    }
  }
}

/** Starts `from <= start < before`, the grid begun anew after every busy stretch. */
function sweepPacked(
  range: OpenRange,
  busy: BusyMinutes,
  base: number,
  { duration, step, bufferBefore, bufferAfter }: Grid,
  from: number,
  before: number,
  offsetAt: (instant: number) => number,
  found: Starts,
): void {
  let anchor = range.start;
  for (let block = base; block <= busy.count && anchor < before; block += 1) {
    const isLast = block === busy.count;
    const freeUntil = isLast ? before : (busy.starts[block] ?? 0) - duration - bufferAfter + 1;
    const end = Math.min(before, freeUntil);
    for (let start = firstOnGrid(anchor, step, from); start < end; start += step) {
      found.minutes.push(start);
      found.terms.push(range.terms);
    }
    if (isLast) return;
    anchor = Math.max(anchor, roundUpToFive((busy.ends[block] ?? 0) + bufferBefore, offsetAt));
  }
}

function firstOnGrid(anchor: number, step: number, from: number): number {
  return from <= anchor ? anchor : anchor + Math.ceil((from - anchor) / step) * step;
}

function roundUpToFive(instant: number, offsetAt: (instant: number) => number): number {
  const past = (((instant + offsetAt(instant)) % 5) + 5) % 5;
  return past === 0 ? instant : instant + 5 - past;
}
