/**
 * Works out a practice's month from what was done, and from nothing else: no code of the product is used here, so that a
 * mistake in its ledger cannot hide in the figures it is compared with. Minor units; every rate is written out.
 */

export type Sale = {
  id: string;
  price: number;
  /** Commission in basis points of the plan under which it was booked. */
  bps: number;
  /** Invoice months (YYYY-MM) in which the price was earned, and parts of it went back afterwards. */
  earnedIn: string | null;
  charged: boolean;
  /** Went back before it was earned. */
  returnedUnearned: boolean;
  /** Went back after it was earned: by a claim, an admin, or a dispute that was lost, in the order in which it did. */
  taken: { amount: number; month: string; by: 'refund' | 'dispute' }[];
  /** A dispute costs its fee, won or lost; while it is open its amount is gone too. */
  disputeFees: number;
};

export type Figures = {
  commission: Record<string, number>;
  vat: Record<string, number>;
  advisor: Record<string, number>;
  stripeFees: number;
  disputeFees: number;
  /** What is left of all charges and refunds at the payment service before anything was transferred. */
  balanceBeforeTransfers: number;
};

const vatBps = 1900;
const halfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));
const feeOf = (price: number): number => halfUp(price * 150, 10_000) + 25;

type Step = { month: string; sale: Sale; left: number; order: number };

/** `order` gives, for each sale and step of it, when it happened: VAT is rounded over the month in that order. */
export function recompute(sales: readonly Sale[], order: readonly { id: string; step: number }[]): Figures {
  const byId = new Map(sales.map((sale) => [sale.id, sale]));
  const commission: Record<string, number> = {};
  const vat: Record<string, number> = {};
  const shares = new Map<string, { price: number; commission: number; vat: number }>();
  for (const { id, step } of order) {
    const sale = byId.get(id);
    if (!sale?.earnedIn) throw new Error(`nothing was earned of ${id}`);
    const part: Step = stepOf(sale, step);
    const before = shares.get(id) ?? { price: 0, commission: 0, vat: 0 };
    const whole = part.left === 0;
    const nextCommission = whole ? 0 : halfUp(part.left * sale.bps, 10_000);
    const change = nextCommission - before.commission;
    const month = part.month;
    const sum = (commission[month] ?? 0) + change;
    const due = halfUp(sum * vatBps, 10_000) - (vat[month] ?? 0);
    const vatChange = whole ? -before.vat : due;
    commission[month] = sum;
    vat[month] = (vat[month] ?? 0) + vatChange;
    shares.set(id, { price: part.left, commission: nextCommission, vat: before.vat + vatChange });
  }
  const advisor: Record<string, number> = {};
  for (const [id, share] of shares) advisor[id] = share.price - share.commission - share.vat;
  const charged = sales.filter((sale) => sale.charged);
  const sumOf = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const stripeFees = sumOf(charged.map(({ price }) => feeOf(price)));
  const disputeFees = sumOf(sales.map((sale) => sale.disputeFees));
  const back = sumOf(
    charged.map(({ price, returnedUnearned, taken }) =>
      returnedUnearned ? price : sumOf(taken.map(({ amount }) => amount)),
    ),
  );
  const balanceBeforeTransfers = sumOf(charged.map(({ price }) => price)) - stripeFees - disputeFees - back;
  return { commission, vat, advisor, stripeFees, disputeFees, balanceBeforeTransfers };
}

/** Step 0 is that the price was earned, each further one that a part of it went back. */
function stepOf(sale: Sale, step: number): Step {
  const gone = sale.taken.slice(0, step).reduce((total, { amount }) => total + amount, 0);
  const month = step === 0 ? sale.earnedIn : sale.taken[step - 1]?.month;
  if (!month) throw new Error(`${sale.id} has no step ${step}`);
  return { month, sale, left: sale.price - gone, order: step };
}
