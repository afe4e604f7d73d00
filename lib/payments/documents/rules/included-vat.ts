import { roundHalfUp } from '@/lib/shared/money';

/** The VAT in a price that includes it, rounded half up; the net is the remainder, so that both always sum. */
export function includedVat(gross: number, vatBps: number): { net: number; vat: number } {
  const vat = roundHalfUp(gross * vatBps, 10_000 + vatBps);
  return { net: gross - vat, vat };
}
