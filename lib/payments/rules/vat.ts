import { roundHalfUp } from '@/lib/shared/money';

/** VAT inside a price that includes it, minor units: 12000 at 2000 bps holds 2000. Rounded half up on the net. */
export function vatInside(gross: number, vatBps: number): number {
  return gross - roundHalfUp(gross * 10_000, 10_000 + vatBps);
}
