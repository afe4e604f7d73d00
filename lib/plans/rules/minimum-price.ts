/** Kinds of what is sold for each of which the operator may set a minimum. */
export const pricedKinds = ['introductory', 'video', 'voice', 'in_person', 'event'] as const;
export type PricedKind = (typeof pricedKinds)[number];

export type MinimumPrices = Readonly<Record<PricedKind, number>>;

/** A price of 0 is always allowed; one above it is at least the minimum. The minimum itself is allowed. */
export function isBelowMinimum(amount: number, minimum: number): boolean {
  return amount > 0 && amount < minimum;
}
