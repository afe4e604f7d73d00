/** Rows of several kinds by their start, the earliest first. */
export function inOrder<T extends { start: Date }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => a.start.getTime() - b.start.getTime());
}
