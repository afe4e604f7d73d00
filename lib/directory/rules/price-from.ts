/**
 * The price "from" of a card, in minor units: the lowest one above 0, so that a free first call does not hide what
 * sessions cost; 0 when everything is free, null when nothing is sold.
 */
export function priceFrom(prices: readonly number[]): number | null {
  if (prices.length === 0) return null;
  const paid = prices.filter((price) => price > 0);
  return paid.length === 0 ? 0 : Math.min(...paid);
}
