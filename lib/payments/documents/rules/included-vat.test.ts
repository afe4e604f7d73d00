import fc from 'fast-check';
import { expect, test } from 'vitest';
import { includedVat } from './included-vat';

test.each([
  [11_900, 1_900, { net: 10_000, vat: 1_900 }],
  [12_000, 1_900, { net: 10_084, vat: 1_916 }],
  [12_000, 2_000, { net: 10_000, vat: 2_000 }],
  [12_000, 0, { net: 12_000, vat: 0 }],
  [0, 1_900, { net: 0, vat: 0 }],
  [50, 810, { net: 46, vat: 4 }],
])('%i with %i basis points', (gross, bps, parts) => {
  expect(includedVat(gross, bps)).toEqual(parts);
});

test('net and VAT always sum to the price, and the VAT is the rate of the net, to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 2_700 }), (gross, bps) => {
      const { net, vat } = includedVat(gross, bps);
      expect(net + vat).toBe(gross);
      expect(Math.abs((net * bps) / 10_000 - vat)).toBeLessThanOrEqual(1);
    }),
  );
});
