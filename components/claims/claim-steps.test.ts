import { expect, test } from 'vitest';
import { frozenAmount } from './claim-steps';

const claim = { refundAmount: null, answeredAmount: null, money: null };

test.each([
  ['as long as nothing was decided', {}, 10_500, 10_500],
  ['after a part', { answeredAmount: 3000 }, 7500, 10_500],
  ['after a decision that gave a part back', { refundAmount: 3150 }, 7350, 10_500],
  ['after a part and a decision', { answeredAmount: 3000, refundAmount: 6000 }, 4500, 10_500],
  ['after everything went back', { refundAmount: 10_500 }, 0, 10_500],
])('what was frozen is said the same %s', (_, facts, left, frozen) => {
  expect(frozenAmount({ ...claim, ...facts }, left)).toBe(frozen);
});

test('what another rule gave back was frozen as it was paid', () => {
  const money = {
    status: 'refunded',
    amount: 9000,
    paid: 9000,
    refunded: 9000,
    left: 0,
    underWay: 0,
    isOffPlatform: false,
    isClaimed: false,
  } as const;
  expect(frozenAmount({ ...claim, refundAmount: 0, money }, 0)).toBe(9000);
});

test('what is still on its way back is not counted twice', () => {
  const money = {
    status: 'refunding',
    amount: 12_000,
    paid: 12_000,
    refunded: 0,
    left: 12_000,
    underWay: 4550,
    isOffPlatform: false,
    isClaimed: false,
  } as const;
  expect(frozenAmount({ ...claim, refundAmount: 4550, money }, 12_000)).toBe(12_000);
});
