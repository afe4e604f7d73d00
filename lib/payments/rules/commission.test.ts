import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CommissionTerms,
  emptyMonth,
  invoiceMonth,
  type Split,
  splitPrice,
  takeBackSplit,
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
const sum = ({ commission, vat, advisor }: Split) => commission + vat + advisor;

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
    expect(splitPrice(12000, plan, emptyMonth).split).toEqual({ commission, vat, advisor });
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
      expect(sum(split)).toBe(price);
      expect(Math.min(split.commission, split.vat, split.advisor)).toBeGreaterThanOrEqual(0);
      if (!plan.isReverseCharge) expect(month).toEqual({ commission: split.commission, vat: split.vat });
    }),
  );
});

test('a split that is taken back leaves the month as it was before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), anyTerms, (price, plan) => {
      const before = { commission: 4200, vat: 798 };
      const { split, month } = splitPrice(price, plan, before);
      expect(takeBackSplit(split, plan, month)).toEqual(before);
    }),
  );
});

test('a session taken back in a later month is made up for by the next one of it', () => {
  const { split } = splitPrice(12000, basic, emptyMonth);
  const below = takeBackSplit(split, basic, emptyMonth);
  expect(below).toEqual({ commission: -1800, vat: -342 });
  expect(splitPrice(12000, basic, below)).toEqual({ split, month: emptyMonth });
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
