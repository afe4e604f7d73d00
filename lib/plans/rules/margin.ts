import { type CommissionTerms, emptyMonth, splitPrice } from '@/lib/payments/rules/commission';
import { basisPoints } from '@/lib/shared/money';

/** The payment service's fee on a card charge as it is expected; what is booked is the real one. */
const feeBps = 150;
const feeFixed = 25;

export type Margin = {
  /** Commission without VAT. */
  commission: number;
  /** The payment service's fee, as far as the platform bears it. */
  cost: number;
  /** What the platform keeps of a session; below 0 it pays for it. */
  margin: number;
};

/** The payment service's fee on a charge, as it is expected. */
export const expectedFee = (price: number): number => basisPoints(price, feeBps) + feeFixed;

/** What the platform keeps of one paid session at a price, under a plan; its subscription is not counted in. */
export function marginOf(
  price: number,
  plan: CommissionTerms & { readonly advisorBearsFee: boolean },
): Margin {
  const { commission } = splitPrice(price, plan, emptyMonth).split;
  const cost = plan.advisorBearsFee ? 0 : expectedFee(price);
  return { commission, cost, margin: commission - cost };
}
