import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CommissionTerms,
  emptyMonth,
  emptySplit,
  invoiceMonth,
  reduceSplit,
  splitPrice,
  totalOf,
} from '@/lib/payments/rules/commission';
import { roundHalfUp } from '@/lib/shared/money';

const terms = (commissionBps: number, differs: Partial<CommissionTerms> = {}): CommissionTerms => ({
  commissionBps,
  isVatIncluded: false,
  vatBps: 1900,
  isReverseCharge: false,
  ...differs,
});
const basic = terms(1500);
const open = terms(1000, { isVatIncluded: true });

describe('120.00 on each plan', () => {
  test.each([
    ['Basic', basic, 1800, 342, 9858],
    ['Basic PLUS', terms(1000), 1200, 228, 10572],
    ['Open', open, 1008, 192, 10800],
    ['Premium', terms(0), 0, 0, 12000],
    ['Basic, reverse charge', { ...basic, isReverseCharge: true }, 1800, 0, 10200],
    ['Basic PLUS, reverse charge', terms(1000, { isReverseCharge: true }), 1200, 0, 10800],
    ['Open, reverse charge', { ...open, isReverseCharge: true }, 1200, 0, 10800],
  ])('%s', (_, plan, commission, vat, advisor) => {
    expect(splitPrice(12000, plan, emptyMonth).split).toEqual({ commission, vat, fee: 0, advisor });
  });
});

describe('VAT over a month', () => {
  function vats(prices: readonly number[], plan: CommissionTerms): number[] {
    let month = emptyMonth;
    return prices.map((price) => {
      const booked = splitPrice(price, plan, month);
      month = booked.month;
      return booked.split.vat;
    });
  }

  test('is rounded cumulatively', () => {
    expect(vats([4999, 4999], basic)).toEqual([143, 142]);
    expect(
      vats(
        Array.from({ length: 10 }, () => 2500),
        basic,
      ),
    ).toEqual([71, 72, 71, 71, 71, 72, 71, 71, 71, 72]);
  });

  test('sums to the VAT on the sum, whatever the prices', () => {
    const prices = fc.array(fc.integer({ min: 100, max: 200_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(prices, fc.constantFrom(500, 1000, 1500, 3333), (list, bps) => {
        let month = emptyMonth;
        for (const price of list) month = splitPrice(price, terms(bps), month).month;
        expect(month.vat).toBe(roundHalfUp(month.commission * 1900, 10_000));
        let included = emptyMonth;
        for (const price of list)
          included = splitPrice(price, terms(bps, { isVatIncluded: true }), included).month;
        expect(included.vat).toBe(roundHalfUp((included.commission + included.vat) * 1900, 11_900));
      }),
    );
  });

  test('of another who owes it themselves, the month stays as it is', () => {
    const month = { commission: 500, vat: 95 };
    expect(splitPrice(12000, { ...basic, isReverseCharge: true }, month).month).toEqual(month);
  });
});

const anyTerms = fc.record({
  commissionBps: fc.integer({ min: 0, max: 5000 }),
  isVatIncluded: fc.boolean(),
  vatBps: fc.constantFrom(0, 770, 1900, 2500),
  isReverseCharge: fc.boolean(),
});
test('the parts are never negative and always sum to the price', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), anyTerms, (price, plan) => {
      const { split, month } = splitPrice(price, plan, emptyMonth);
      expect(totalOf(split)).toBe(price);
      expect(Math.min(split.commission, split.vat, split.advisor)).toBeGreaterThanOrEqual(0);
      if (!plan.isReverseCharge) expect(month).toEqual({ commission: split.commission, vat: split.vat });
    }),
  );
});

describe('a part that goes back', () => {
  test('of 120.00 on Basic, 36.00', () => {
    const { split, month } = splitPrice(12000, basic, emptyMonth);
    expect(reduceSplit(split, 8400, basic, month)).toEqual({
      left: { commission: 1260, vat: 239, fee: 0, advisor: 6901 },
      taken: { commission: 540, vat: 103, fee: 0, advisor: 2957 },
      month: { commission: 1260, vat: 239 },
    });
  });

  test('in a later month leaves that month, below zero', () => {
    const { split } = splitPrice(12000, basic, emptyMonth);
    expect(reduceSplit(split, 8400, basic, emptyMonth).month).toEqual({ commission: -540, vat: -103 });
  });

  test('of several in a month keeps the VAT of the month right, to nothing left', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1_000_000 }), anyTerms, parts, (price, plan, shares) => {
        const before = splitPrice(7700, plan, emptyMonth).month;
        let { split: left, month } = splitPrice(price, plan, before, 31);
        for (const share of shares) {
          const total = totalOf(left);
          const reduced = reduceSplit(left, Math.floor((total * share) / 100), plan, month);
          expect(totalOf(reduced.left) + totalOf(reduced.taken)).toBe(total);
          expect(Math.min(...Object.values(reduced.left))).toBeGreaterThanOrEqual(0);
          ({ left, month } = reduced);
        }
        const all = reduceSplit(left, 0, plan, month);
        expect(all.left).toEqual(emptySplit);
        expect(all.taken).toEqual(left);
        expect(all.month.commission).toBe(before.commission);
      }),
    );
  });

  test('in full leaves the month as it was before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), anyTerms, (price, plan) => {
        const before = { commission: 4200, vat: 798 };
        const { split, month } = splitPrice(price, plan, before);
        expect(reduceSplit(split, 0, plan, month).month).toEqual(before);
      }),
    );
  });

  test('in full in a later month is made up for by the next session of it', () => {
    const { split } = splitPrice(12000, basic, emptyMonth);
    const { month: below } = reduceSplit(split, 0, basic, emptyMonth);
    expect(below).toEqual({ commission: -1800, vat: -342 });
    expect(splitPrice(12000, basic, below)).toEqual({ split, month: emptyMonth });
  });

  test('is never more than there is', () => {
    const { split } = splitPrice(12000, basic, emptyMonth);
    expect(() => reduceSplit(split, 12001, basic, emptyMonth)).toThrow(RangeError);
  });
});

describe('a fee that the advisor bears', () => {
  const premium = terms(0);

  test('comes out of the remainder', () => {
    expect(splitPrice(12000, premium, emptyMonth, 205).split).toEqual({
      commission: 0,
      vat: 0,
      fee: 205,
      advisor: 11795,
    });
  });

  test('stays while a part goes back, is at most what is left, and is given up when all goes back', () => {
    const { split, month } = splitPrice(12000, premium, emptyMonth, 205);
    expect(reduceSplit(split, 6000, premium, month).taken).toEqual({ ...emptySplit, advisor: 6000 });
    expect(reduceSplit(split, 100, premium, month).left).toEqual({ ...emptySplit, fee: 100 });
    expect(reduceSplit(split, 0, premium, month).taken).toEqual(split);
  });
});

test.each([
  [-1, basic],
  [0.5, basic],
  [100, terms(10_000)],
  [100, terms(-1)],
])('price %d and these terms are bugs', (price, plan) => {
  expect(() => splitPrice(price, plan, emptyMonth)).toThrow(RangeError);
});

test('the invoice month is that of the operator’s zone', () => {
  const instant = new Date('2027-03-31T22:30Z');
  expect(invoiceMonth(instant, 'Europe/Berlin')).toBe('2027-04');
  expect(invoiceMonth(instant, 'UTC')).toBe('2027-03');
});
