import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planNetting } from './netting';

test('9858 and 4106 are paid out, 2957 is owed: 9858 and 1149', () => {
  const payables = [
    { id: 'a', amount: 9858 },
    { id: 'b', amount: 4106 },
  ];
  expect(planNetting(payables, [{ id: 'debt', open: 2957 }])).toEqual({
    transfers: [
      { id: 'a', amount: 9858 },
      { id: 'b', amount: 1149 },
    ],
    nettings: [{ debtId: 'debt', paymentId: 'b', amount: 2957 }],
  });
});

test('nothing is paid that is owed, nothing is set off twice, and no transfer falls below 0', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 8 });
  fc.assert(
    fc.property(amounts, amounts, (payable, owed) => {
      const payables = payable.map((amount, index) => ({ id: `p${index}`, amount }));
      const debts = owed.map((open, index) => ({ id: `d${index}`, open }));
      const { transfers, nettings } = planNetting(payables, debts);
      const sum = (list: readonly { amount: number }[]) =>
        list.reduce((total, { amount }) => total + amount, 0);
      const total = sum(payables);
      const owing = debts.reduce((all, { open }) => all + open, 0);
      expect(sum(nettings)).toBe(Math.min(total, owing));
      expect(sum(transfers)).toBe(total - sum(nettings));
      for (const [index, { id, amount }] of transfers.entries()) {
        const lowered = sum(nettings.filter(({ paymentId }) => paymentId === id));
        expect(amount).toBe((payables[index]?.amount ?? 0) - lowered);
        expect(amount).toBeGreaterThanOrEqual(0);
      }
      for (const { id, open } of debts)
        expect(sum(nettings.filter(({ debtId }) => debtId === id))).toBeLessThanOrEqual(open);
    }),
  );
});
