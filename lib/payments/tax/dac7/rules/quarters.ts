/** One figure for each quarter of a calendar year. */
export type Quarters = readonly [number, number, number, number];

export const noQuarters: Quarters = [0, 0, 0, 0];

const order = [0, 1, 2, 3] as const;

/**
 * No quarter of a report may be below 0: what went back beyond a quarter's own lowers the quarters before it, the nearest
 * first, then those after it. The sum stays, as long as the year as a whole is not below 0; then all are 0.
 */
export function aboveZero(amounts: Quarters): Quarters {
  const left: [number, number, number, number] = [...amounts];
  for (const quarter of order) {
    const others = order
      .filter((other) => other !== quarter)
      .toSorted((a, b) => rank(a, quarter) - rank(b, quarter));
    for (const other of others) {
      const taken = Math.min(Math.max(0, left[other]), Math.max(0, -left[quarter]));
      left[other] -= taken;
      left[quarter] += taken;
    }
  }
  return [Math.max(0, left[0]), Math.max(0, left[1]), Math.max(0, left[2]), Math.max(0, left[3])];
}

/** Earlier quarters first, the nearest of them before the others. */
function rank(other: number, quarter: number): number {
  return other < quarter ? quarter - other : 4 + other - quarter;
}

/** Minor units in whole units, half up, as the report wants them. */
export function inWholeUnits(amounts: Quarters): Quarters {
  const whole = (minor: number): number => Math.floor((minor + 50) / 100);
  return [whole(amounts[0]), whole(amounts[1]), whole(amounts[2]), whole(amounts[3])];
}
