type Candidate = { readonly specialities: readonly string[] };

/**
 * The first `count` of a list in its order, so that no first speciality comes twice while others are left to choose
 * from.
 */
export function pickVaried<T extends Candidate>(candidates: readonly T[], count: number): T[] {
  const seen = new Set<string>();
  const varied: T[] = [];
  const rest: T[] = [];
  for (const candidate of candidates) {
    const field = candidate.specialities[0] ?? '';
    (seen.has(field) ? rest : varied).push(candidate);
    seen.add(field);
  }
  const picked = new Set([...varied, ...rest].slice(0, count));
  return candidates.filter((candidate) => picked.has(candidate));
}
