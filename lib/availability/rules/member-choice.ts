/** A specialist who is free at the chosen time, with what decides whose turn it is. */
export type Candidate = {
  readonly id: string;
  /** Bookings that day, in the provider's zone. */
  readonly bookingsThatDay: number;
  /** End of the latest session before the chosen time; null for somebody who has had none. */
  readonly lastSessionEnd: Date | null;
};

/**
 * Who takes a booking made with "any member": the fewest bookings that day, then the longest idle (never
 * worked is longest), then the smaller id, so that the choice can be repeated. Undefined without candidates.
 */
export function chooseMember(candidates: readonly Candidate[]): string | undefined {
  const idleSince = (candidate: Candidate) => candidate.lastSessionEnd?.getTime() ?? Number.NEGATIVE_INFINITY;
  const isBefore = (a: Candidate, b: Candidate) => {
    if (a.bookingsThatDay !== b.bookingsThatDay) return a.bookingsThatDay < b.bookingsThatDay;
    if (idleSince(a) !== idleSince(b)) return idleSince(a) < idleSince(b);
    return a.id < b.id;
  };
  let chosen: Candidate | undefined;
  for (const candidate of candidates)
    if (chosen === undefined || isBefore(candidate, chosen)) chosen = candidate;
  return chosen?.id;
}
