/** One line of the bench's table. */
export type Measured = {
  name: string;
  /** What was measured, with its unit. */
  figure: string;
  target: string;
  isMet: boolean;
};

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
