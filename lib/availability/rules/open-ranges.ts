import type { OpeningHours } from '@/lib/availability/rules/opening-hours';
import { isSameTerms, type OwnTerms, type Terms, termsIn } from '@/lib/availability/rules/terms';
import type { ZoneClock } from '@/lib/availability/rules/zone-clock';
import { epochDayToWeekday } from '@/lib/shared/time';

const DAY = 24 * 60;

/** A joined range in epoch minutes. `reach` is the end of the last range of the same terms that touches it. */
export type OpenRange = {
  readonly start: number;
  end: number;
  reach: number;
  readonly terms: Terms;
};

type Planned = { start: number; end: number; terms: Terms; isException: boolean };

/**
 * The ranges open from local day `firstDay` to `lastDay`, ascending and disjoint. Ranges of the same terms
 * that overlap are joined. Those that only touch stay apart, each with its own grid, and `reach` says how
 * far a session may run on. Where ranges of different terms overlap, the exception wins over the weekly
 * rule, then the later start; what is left of the loser are ranges of their own.
 */
export function openRanges(
  hours: OpeningHours,
  clock: ZoneClock,
  serviceTerms: Terms,
  firstDay: number,
  lastDay: number,
): OpenRange[] {
  const planned = plan(hours, clock, serviceTerms, firstDay, lastDay);
  const open: OpenRange[] = [];
  let index = 0;
  while (index < planned.length) {
    let end = planned[index]?.end ?? 0;
    let next = index + 1;
    for (let other = planned[next]; other !== undefined && other.start < end; other = planned[next]) {
      end = Math.max(end, other.end);
      next += 1;
    }
    const first = planned[index];
    if (first !== undefined && next === index + 1)
      open.push({ start: first.start, end: first.end, reach: first.end, terms: first.terms });
    else open.push(...resolve(planned.slice(index, next)));
    index = next;
  }
  return withReach(open);
}

function plan(
  hours: OpeningHours,
  clock: ZoneClock,
  serviceTerms: Terms,
  firstDay: number,
  lastDay: number,
): Planned[] {
  const planned: Planned[] = [];
  const termsOf = memoised((own: OwnTerms) => termsIn(own, serviceTerms));
  let isSorted = true;
  let previous = Number.NEGATIVE_INFINITY;
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const { range, isException } of hours(day, epochDayToWeekday(day))) {
      if (range.endMinute <= range.startMinute) continue;
      const midnight = day * DAY;
      const start = clock.firstInstantOf(midnight + range.startMinute);
      const end = clock.endInstantOf(midnight + range.endMinute);
      if (end <= start) continue;
      planned.push({ start, end, terms: range.terms ? termsOf(range.terms) : serviceTerms, isException });
      if (start < previous) isSorted = false;
      previous = start;
    }
  }
  return isSorted ? planned : planned.sort((a, b) => a.start - b.start);
}

/** One answer an argument, so that the same range of two weeks has the very same terms. */
function memoised<A, B>(make: (a: A) => B): (a: A) => B {
  const made = new Map<A, B>();
  return (a) => {
    const known = made.get(a) ?? make(a);
    made.set(a, known);
    return known;
  };
}

/** Settles ranges that overlap: the winner of each elementary stretch, then joined where one range spans both. */
function resolve(cluster: readonly Planned[]): OpenRange[] {
  const edges = [...new Set(cluster.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const pieces: OpenRange[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    const covering = cluster.filter((range) => range.start <= start && start < range.end);
    const winner = covering.reduce<Planned | undefined>(
      (best, range) => (best === undefined || wins(range, best) ? range : best),
      undefined,
    );
    if (end === undefined || winner === undefined) continue;
    const last = pieces.at(-1);
    const isSpanned =
      last !== undefined &&
      last.end === start &&
      isSameTerms(last.terms, winner.terms) &&
      covering.some((range) => range.start < start && isSameTerms(range.terms, winner.terms));
    if (isSpanned) last.end = end;
    else pieces.push({ start, end, reach: end, terms: winner.terms });
  }
  return pieces;
}

function wins(challenger: Planned, holder: Planned): boolean {
  if (challenger.isException !== holder.isException) return challenger.isException;
  if (challenger.start !== holder.start) return challenger.start > holder.start;
  return challenger.end < holder.end;
}

function withReach(open: OpenRange[]): OpenRange[] {
  let next: OpenRange | undefined;
  for (let index = open.length - 1; index >= 0; index -= 1) {
    const range = open[index];
    if (range === undefined) continue;
    const runsOn = next !== undefined && range.end === next.start && isSameTerms(range.terms, next.terms);
    range.reach = runsOn && next !== undefined ? next.reach : range.end;
    next = range;
  }
  return open;
}
