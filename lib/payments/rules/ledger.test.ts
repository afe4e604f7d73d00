import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitPrice } from '@/lib/payments/rules/commission';
import {
  balancesOf,
  type Entry,
  entryE1,
  entryE2,
  entryE3,
  entryE4,
  entryE5,
  entryE6,
  entryE9,
} from '@/lib/payments/rules/ledger';

const currency = 'EUR' as const;
const terms = { commissionBps: 1500, isVatIncluded: false, vatBps: 1900, isReverseCharge: false };
const split = { commission: 1800, vat: 342, advisor: 9858 };
const of = { paymentId: 'pay-1', currency };
const moved = (balanceTransactionId: string) => ({ balanceTransactionId, currency });

const linesOf = (entry: Entry) =>
  Object.fromEntries(entry.lines.map(({ account, amount }) => [account, amount]));

describe('the entries of a session of 120.00 on Basic', () => {
  test.each([
    ['E1', entryE1({ ...moved('txn_1'), amount: 12000, fee: 205 }), { SP: 11795, XF: 205, CP: -12000 }],
    ['E2', entryE2({ ...moved('txn_1'), net: 11795 }), { SA: 11795, SP: -11795 }],
    ['E3', entryE3({ ...of, split }), { CP: 12000, AH: -9858, RC: -1800, VO: -342 }],
    ['E4', entryE4({ ...of, advisor: 9858 }), { AH: 9858, AP: -9858 }],
    [
      'E5',
      entryE5({ ...of, payable: 4106, clawback: 2957, balanceTransactionId: 'txn_2' }),
      { AP: 4106, AR: -2957, SA: -1149 },
    ],
    ['E6', entryE6({ ...moved('txn_3'), amount: 12000 }), { CP: 12000, SA: -12000 }],
    ['E9', entryE9({ ...moved('txn_3'), split }), { AH: 9858, RC: 1800, VO: 342, SA: -12000 }],
  ])('%s', (kind, entry, lines) => {
    expect(entry.kind).toBe(kind);
    expect(linesOf(entry)).toEqual(lines);
    expect(entry.lines.reduce((total, { amount }) => total + amount, 0)).toBe(0);
  });
});

test('each has a reference of its own, which does not change from try to try', () => {
  const references = [
    entryE1({ ...moved('txn_1'), amount: 12000, fee: 205 }),
    entryE2({ ...moved('txn_1'), net: 11795 }),
    entryE3({ ...of, split }),
    entryE4({ ...of, advisor: 9858 }),
    entryE5({ ...of, payable: 9858, clawback: 0, balanceTransactionId: 'txn_2' }),
    entryE5({ ...of, payable: 9858, clawback: 9858, balanceTransactionId: null }),
  ].map(({ externalRef }) => externalRef);
  expect(new Set(references).size).toBe(references.length);
  expect(entryE3({ ...of, split }).externalRef).toBe('E3:pay-1');
});

test('a line of nothing is not written', () => {
  const free = { commission: 0, vat: 0, advisor: 12000 };
  expect(linesOf(entryE3({ ...of, split: free }))).toEqual({ CP: 12000, AH: -12000 });
});

test('amounts below zero, and a fee above the amount, are bugs', () => {
  expect(() => entryE1({ ...moved('t'), amount: 100, fee: 101 })).toThrow(RangeError);
  expect(() => entryE4({ ...of, advisor: -1 })).toThrow(RangeError);
  expect(() => entryE5({ ...of, payable: 5, clawback: 6, balanceTransactionId: null })).toThrow(RangeError);
  expect(() => entryE3({ ...of, split: { ...split, vat: 0.5 } })).toThrow(RangeError);
});

describe('a closed booking leaves nothing in prepayment, held and payable', () => {
  const price = fc.integer({ min: 1, max: 500_000 });
  const month = fc
    .integer({ min: 0, max: 100_000 })
    .map((commission) => ({ commission, vat: Math.round(commission * 0.19) }));
  const leftOf = (entries: readonly Entry[]) => {
    for (const { lines } of entries) expect(lines.reduce((total, { amount }) => total + amount, 0)).toBe(0);
    const balances = balancesOf(entries);
    return ['CP', 'AH', 'AP', 'AR'].map((account) => {
      const found = [...balances].find(([name]) => name === account);
      return found?.[1] ?? 0;
    });
  };
  const charged = (amount: number) => {
    const fee = Math.min(amount, Math.round(amount * 0.015) + 25);
    return [entryE1({ ...moved('txn_1'), amount, fee }), entryE2({ ...moved('txn_1'), net: amount - fee })];
  };

  test('paid out', () => {
    fc.assert(
      fc.property(price, month, (amount, start) => {
        const booked = splitPrice(amount, terms, start).split;
        const end = { ...of, payable: booked.advisor, clawback: 0, balanceTransactionId: 'txn_2' };
        expect(
          leftOf([
            ...charged(amount),
            entryE3({ ...of, split: booked }),
            entryE4({ ...of, advisor: booked.advisor }),
            entryE5(end),
          ]),
        ).toEqual([0, 0, 0, 0]);
      }),
    );
  });

  test('given back before it was earned', () => {
    fc.assert(
      fc.property(price, (amount) => {
        expect(leftOf([...charged(amount), entryE6({ ...moved('txn_2'), amount })])).toEqual([0, 0, 0, 0]);
      }),
    );
  });

  test('given back after it was earned, with nothing of the commission kept', () => {
    fc.assert(
      fc.property(price, month, (amount, start) => {
        const { split: booked } = splitPrice(amount, terms, start);
        const entries = [
          ...charged(amount),
          entryE3({ ...of, split: booked }),
          entryE9({ ...moved('txn_2'), split: booked }),
        ];
        expect(leftOf(entries)).toEqual([0, 0, 0, 0]);
        const kept = new Map(balancesOf(entries));
        expect([kept.get('RC') ?? 0, kept.get('VO') ?? 0]).toEqual([0, 0]);
      }),
    );
  });
});
