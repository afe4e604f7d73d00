import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryE15, entryE15Release } from '@/lib/payments/rules/ledger-plans';
import { balancesOf } from '@/lib/payments/rules/ledger';

const paid = (amounts: { fee: number; net: number; vat: number; deferred: number }) =>
  entryE15({ balanceTransactionId: 'txn_1', currency: 'EUR', ...amounts });
const lines = (entry: ReturnType<typeof paid>) =>
  Object.fromEntries(entry.lines.map(({ account, amount }) => [account, amount]));

test('a month of 19.00 and 3.61 VAT', () => {
  expect(lines(paid({ fee: 59, net: 1900, vat: 361, deferred: 0 }))).toEqual({
    SP: 2202,
    XF: 59,
    RS: -1900,
    VO: -361,
  });
});

test('a month under reverse charge has no VAT', () => {
  expect(lines(paid({ fee: 54, net: 1900, vat: 0, deferred: 0 }))).toEqual({ SP: 1846, XF: 54, RS: -1900 });
});

test('a year of 1639.00 and 311.41 VAT is owed, not earned', () => {
  expect(lines(paid({ fee: 2951, net: 163_900, vat: 31_141, deferred: 163_900 }))).toEqual({
    SP: 192_090,
    XF: 2951,
    VO: -31_141,
    DF: -163_900,
  });
});

test('a month that is over is earned, once', () => {
  const release = entryE15Release({ invoiceId: 'in_1', month: 12, currency: 'EUR', amount: 13_662 });
  expect(lines(release)).toEqual({ DF: 13_662, RS: -13_662 });
  expect(release.externalRef).toBe('E15:in_1:12');
});

test('the rest of an old month lowers revenue when a year is begun', () => {
  const upgrade = paid({ fee: 2828, net: 156_450, vat: 29_726, deferred: 163_900 });
  expect(lines(upgrade)).toMatchObject({ RS: 7450, DF: -163_900 });
});

test('every invoice sums to 0', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(amount, amount, fc.nat(2_000_000), fc.nat(150), (net, deferred, vat, fee) => {
      fc.pre(net + vat >= fee);
      const sum = [...balancesOf([paid({ fee, net, vat, deferred })]).values()].reduce((a, b) => a + b, 0);
      expect(sum).toBe(0);
    }),
  );
});

test('amounts below 0 are refused', () => {
  expect(() => paid({ fee: 59, net: -1, vat: 0, deferred: 0 })).toThrow(RangeError);
  expect(() => paid({ fee: 59, net: 20, vat: 4, deferred: 0 })).toThrow(RangeError);
});
