/** Currencies an instance may run in. Only those with two decimals: an amount is always hundredths. */
export const currencies = ['EUR', 'CHF', 'GBP', 'USD', 'PLN', 'CZK', 'SEK', 'NOK', 'DKK'] as const;
export type Currency = (typeof currencies)[number];

export function isCurrency(code: string): code is Currency {
  return currencies.some((currency) => currency === code);
}

/** Reads a currency code as the database holds it. Throws on one that no instance may run in. */
export function toCurrency(code: string): Currency {
  const currency = currencies.find((known) => known === code);
  if (currency === undefined) throw new TypeError(`unknown currency: ${code}`);
  return currency;
}

/** An amount in minor units (cents), a safe integer of either sign, with its currency. */
export type Money = { readonly amount: number; readonly currency: Currency };

/** Makes an amount of money. Throws on anything but a safe integer: fractions of a cent are bugs. */
export function money(amount: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in minor units: ${amount}`);
  return { amount: amount === 0 ? 0 : amount, currency };
}

/** Sum of two amounts of one currency. Throws when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  return money(a.amount + b.amount, sameCurrency(a, b));
}

/** Difference of two amounts of one currency; may be negative. Throws when the currencies differ. */
export function subtractMoney(a: Money, b: Money): Money {
  return money(a.amount - b.amount, sameCurrency(a, b));
}

/**
 * The one rounding of the product: `numerator / denominator` to the nearest integer, a half goes up
 * (towards plus infinity, also below zero: −2.5 becomes −2). Exact: no binary fraction is formed.
 * Throws unless both are safe integers, the doubled numerator too, and the denominator is above 0.
 */
export function roundHalfUp(numerator: number, denominator: number): number {
  const doubled = 2 * numerator + denominator;
  if (
    !Number.isSafeInteger(numerator) ||
    !Number.isSafeInteger(doubled) ||
    !Number.isSafeInteger(denominator)
  )
    throw new RangeError(`cannot round ${numerator}/${denominator} exactly`);
  if (denominator <= 0) throw new RangeError(`denominator must be above 0: ${denominator}`);
  const divisor = 2 * denominator;
  const remainder = ((doubled % divisor) + divisor) % divisor;
  const rounded = (doubled - remainder) / divisor;
  return rounded === 0 ? 0 : rounded;
}

/** Share of an amount in basis points (hundredths of a percent), rounded half up: 12000 at 1500 is 1800. */
export function basisPoints(amount: number, bps: number): number {
  return roundHalfUp(amount * bps, 10_000);
}

function sameCurrency(a: Money, b: Money): Currency {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} do not mix`);
  return a.currency;
}
