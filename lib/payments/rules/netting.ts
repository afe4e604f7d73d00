export type Payable = { readonly id: string; readonly amount: number };
export type OpenDebt = { readonly id: string; readonly open: number };
export type NettingPlan = {
  /** What each transfer is of, in the order of the payables; 0: nothing is transferred. */
  readonly transfers: readonly Payable[];
  readonly nettings: readonly { debtId: string; paymentId: string; amount: number }[];
};

/**
 * Sets off what an advisor owes against what is paid out at once, in minor units: the oldest debt first, against the
 * latest payable first, so that few transfers are lowered and each keeps its own payable. Which debt lowers which transfer
 * is told one by one.
 */
export function planNetting(payables: readonly Payable[], debts: readonly OpenDebt[]): NettingPlan {
  const left = payables.map(({ amount }) => amount);
  const nettings: { debtId: string; paymentId: string; amount: number }[] = [];
  let at = payables.length - 1;
  for (const debt of debts) {
    let { open } = debt;
    while (open > 0 && at >= 0) {
      const payable = payables[at];
      const room = left[at] ?? 0;
      const amount = Math.min(open, room);
      if (payable && amount > 0) {
        nettings.push({ debtId: debt.id, paymentId: payable.id, amount });
        left[at] = room - amount;
        open -= amount;
      }
      if (left[at] === 0) at -= 1;
    }
  }
  return { transfers: payables.map(({ id }, index) => ({ id, amount: left[index] ?? 0 })), nettings };
}
