import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptySplit, reduceSplit, splitPrice } from '@/lib/payments/rules/commission';
import {
  balancesOf,
  type Entry,
  entryE1,
  entryE2,
  entryE3,
  entryE4,
  entryE5,
} from '@/lib/payments/rules/ledger';
import {
  entryByHandBounced,
  entryDebtPaid,
  entryE18,
  entryGivenBackByHand,
  entryServiceFee,
  entryOffline,
  ownMoney,
} from './ledger-operator';
import {
  entryDisputed,
  entryDisputeLost,
  entryDisputeWon,
  entryE6,
  entryE8,
  entryReturned,
  entryReversed,
  entryWrittenOff,
} from './ledger-returns';
import { entryEarnedMonth, entrySubscription, monthlyParts } from './ledger-subscriptions';

const currency = 'EUR' as const;
const terms = { commissionBps: 1500, isVatIncluded: false, vatBps: 1900, isReverseCharge: false };
const split = { commission: 1800, vat: 342, fee: 0, advisor: 9858 };
const part = { commission: 540, vat: 103, fee: 0, advisor: 2957 };
const txn = { balanceTransactionId: 'txn_3', currency };
const of = { paymentId: 'pay-1', currency };
const moved = (balanceTransactionId: string) => ({ balanceTransactionId, currency });

const linesOf = (entry: Entry) =>
  Object.fromEntries(entry.lines.map(({ account, amount }) => [account, amount]));

describe('the entries of a session of 120.00 on Basic', () => {
  test.each<[string, Entry, Record<string, number>]>([
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
    ['E8', entryE8({ ...of, fee: 205 }), { AR: 205, XF: -205 }],
    [
      'E9',
      entryReturned({ ...txn, taken: split, holder: 'AH', isAll: true }),
      { AH: 9858, RC: 1800, VO: 342, SA: -12000 },
    ],
    [
      'E10',
      entryReturned({ ...txn, taken: part, holder: 'AH', isAll: false }),
      { AH: 2957, RC: 540, VO: 103, SA: -3600 },
    ],
    [
      'E12',
      entryReturned({ ...txn, taken: split, holder: 'AR', isAll: true }),
      { AR: 9858, RC: 1800, VO: 342, SA: -12000 },
    ],
    ['E12', entryReversed({ ...txn, amount: 9858 }), { SA: 9858, AR: -9858 }],
    ['E12', entryWrittenOff({ debtId: 'debt-1', currency, amount: 9858 }), { XB: 9858, AR: -9858 }],
    ['E13', entryDisputed({ ...txn, amount: 12000, fee: 2000 }), { DR: 12000, XD: 2000, SA: -14000 }],
    ['E13', entryDisputeWon({ ...txn, amount: 12000, fee: 0 }), { SA: 12000, DR: -12000 }],
    ...(['AH', 'AP', 'AR'] as const).map(
      (holder) =>
        [
          'E13',
          entryDisputeLost({ disputeId: 'd', currency, taken: split, holder }),
          { [holder]: 9858, RC: 1800, VO: 342, DR: -12000 },
        ] satisfies [string, Entry, Record<string, number>],
    ),
    ['E13', entryDisputeLost({ disputeId: 'd', currency, prepaid: 12000 }), { CP: 12000, DR: -12000 }],
  ])('%s', (kind, entry, lines) => {
    expect(entry.kind).toBe(kind);
    expect(linesOf(entry)).toEqual(lines);
    expect(entry.lines.reduce((total, { amount }) => total + amount, 0)).toBe(0);
  });
});

describe('the entries of an event of ten seats of 25.00 on Basic', () => {
  test('E14, charged seat by seat, held, and given back when it is not held', () => {
    let month = { commission: 0, vat: 0 };
    const seats = Array.from({ length: 10 }, (_, index) => {
      const booked = splitPrice(2500, terms, month);
      month = booked.month;
      const of = { paymentId: `seat-${index}`, currency };
      return {
        charged: entryE1({ ...moved(`txn_${index}`), amount: 2500, fee: 63 }),
        held: entryE3({ ...of, split: booked.split }),
        returned: entryE6({ ...moved(`txn_back_${index}`), amount: 2500 }),
      };
    });
    const all = (name: 'charged' | 'held' | 'returned') =>
      Object.fromEntries(balancesOf(seats.map((seat) => seat[name])));
    expect(all('charged')).toEqual({ SP: 24370, XF: 630, CP: -25000 });
    expect(all('held')).toEqual({ CP: 25000, AH: -20537, RC: -3750, VO: -713 });
    expect(all('returned')).toEqual({ CP: 25000, SA: -25000 });
  });
});

describe('the entries of plans, and of the operator', () => {
  const paid = { balanceTransactionId: 'txn_5', currency };
  test('E15, a month', () => {
    const entry = entrySubscription({ ...paid, net: 1900, vat: 361, fee: 59, deferred: 0 });
    expect(linesOf(entry)).toEqual({ SP: 2202, XF: 59, RS: -1900, VO: -361 });
  });

  test('E15, a year, earned month by month', () => {
    const year = entrySubscription({ ...paid, net: 163_900, vat: 31_141, fee: 2951, deferred: 163_900 });
    expect(linesOf(year)).toEqual({ SP: 192_090, XF: 2951, DF: -163_900, VO: -31_141 });
    const parts = monthlyParts(163_900, 12);
    expect(parts).toEqual([...Array.from({ length: 11 }, () => 13_658), 13_662]);
    const months = parts.map((amount, index) =>
      entryEarnedMonth({ invoiceId: 'in_1', number: index + 1, currency, amount }),
    );
    expect(new Set(months.map(({ externalRef }) => externalRef)).size).toBe(12);
    expect(Object.fromEntries(balancesOf([year, ...months]))).toMatchObject({ DF: 0, RS: -163_900 });
  });

  test('E15, the rest of a month is credited when a year is begun', () => {
    const upgrade = entrySubscription({ ...paid, net: 156_450, vat: 29_726, fee: 2828, deferred: 163_900 });
    expect(linesOf(upgrade)).toMatchObject({ RS: 7450, DF: -163_900 });
    expect([...balancesOf([upgrade]).values()].reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  test('a fee over months always sums', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 36 }), (net, months) => {
        expect(monthlyParts(net, months).reduce((total, one) => total + one, 0)).toBe(net);
      }),
    );
  });

  test('E16, recorded, and taken out again', () => {
    const recorded = entryOffline({ recordId: 'rec-1', currency, commission: 750, vat: 143 });
    expect(linesOf(recorded)).toEqual({ AR: 893, RC: -750, VO: -143 });
    const out = entryOffline({ recordId: 'rec-2', currency, commission: -750, vat: -143 });
    expect(linesOf(out)).toEqual({ AR: -893, RC: 750, VO: 143 });
  });

  test('E19, an advisor pays by card what it owes: 21.42, of which 0.57 is the payment service’s', () => {
    expect(linesOf(entryDebtPaid({ ...paid, amount: 2142, fee: 57 }))).toEqual({
      SP: 2085,
      XF: 57,
      AR: -2142,
    });
    expect(() => entryDebtPaid({ ...paid, amount: 57, fee: 58 })).toThrow(RangeError);
  });

  test('E20, what a plan or debts have brought is given back by hand, and sent back by the bank', () => {
    const given = entryGivenBackByHand({ ...paid, amount: 2261 });
    expect([given.kind, linesOf(given)]).toEqual(['E20', { XB: 2261, SA: -2261 }]);
    expect(linesOf(entryByHandBounced({ ...paid, amount: 2261 }))).toEqual({ SA: 2261, XB: -2261 });
  });

  test('E21, what the payment service charges for itself, and gives back', () => {
    const charged = entryServiceFee({ ...paid, amount: 200 });
    expect([charged.kind, linesOf(charged)]).toEqual(['E21', { XF: 200, SA: -200 }]);
    expect(linesOf(entryServiceFee({ ...paid, amount: -200 }))).toEqual({ SA: 200, XF: -200 });
  });

  test('E18, the platform takes what is its own, never what it owes', () => {
    expect(linesOf(entryE18({ ...paid, amount: 1000 }))).toEqual({ BK: 1000, SA: -1000 });
    const balances = { available: 40_000, prepaid: 12_000, held: 9858, payable: 0, vat: 342, deferred: 0 };
    expect(ownMoney(balances, 3600, 1000)).toBe(40_000 - 12_000 - 9858 - 342 - 3600 - 1000);
    expect(ownMoney({ ...balances, available: 20_000 }, 0, 0)).toBe(0);
    expect(ownMoney({ ...balances, vat: -500 }, 0, 0)).toBe(40_000 - 12_000 - 9858);
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
  const free = { ...emptySplit, advisor: 12000 };
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

  test('given back in part, and the rest paid out', () => {
    fc.assert(
      fc.property(price, month, fc.integer({ min: 1, max: 99 }), (amount, start, share) => {
        const booked = splitPrice(amount, terms, start);
        const left = amount - Math.max(1, Math.floor((amount * share) / 100));
        const reduced = reduceSplit(booked.split, left, terms, booked.month);
        const payable = reduced.left.advisor;
        expect(
          leftOf([
            ...charged(amount),
            entryE3({ ...of, split: booked.split }),
            entryReturned({ ...moved('txn_2'), taken: reduced.taken, holder: 'AH', isAll: left === 0 }),
            entryE4({ ...of, advisor: payable }),
            entryE5({ ...of, payable, clawback: 0, balanceTransactionId: 'txn_3' }),
          ]),
        ).toEqual([0, 0, 0, 0]);
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
          entryReturned({ ...moved('txn_2'), taken: booked, holder: 'AH', isAll: true }),
        ];
        expect(leftOf(entries)).toEqual([0, 0, 0, 0]);
        const kept = new Map(balancesOf(entries));
        expect([kept.get('RC') ?? 0, kept.get('VO') ?? 0]).toEqual([0, 0]);
      }),
    );
  });
});
