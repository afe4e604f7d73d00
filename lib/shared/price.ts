import { err, ok, type Result } from '@/lib/shared/result';

/** A hundred thousand in the instance's currency; more is a slip of the finger. */
const maxMinorUnits = 10_000_000;

/**
 * The least that the payment service charges, in minor units of the euro and most other currencies
 * (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).
 */
export const leastCharge = 50;

/**
 * A price as it is typed, `70`, `70,00`, `70.5` or `1 200,00`, in minor units. Spaces group thousands, comma and point
 * both divide; more than two decimals, signs, words and more than 100 000 are `service.priceInvalid`.
 * What costs something costs at least `leastCharge`, else `service.priceTooLow`.
 */
export function parsePrice(text: string): Result<number> {
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(/[\s\u00a0\u202f]/g, ''));
  if (match === null) return err('service.priceInvalid');
  const amount = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  if (amount > maxMinorUnits) return err('service.priceInvalid');
  return amount === 0 || amount >= leastCharge ? ok(amount) : err('service.priceTooLow');
}

/** Minor units as they are typed: `70.00`; with a comma in languages that write one. */
export function writePrice(amount: number, decimalMark: '.' | ','): string {
  const whole = Math.floor(amount / 100);
  return `${whole}${decimalMark}${String(amount % 100).padStart(2, '0')}`;
}
