import { type Split, totalOf } from '@/lib/payments/rules/commission';
import { assertAmounts, type Entry, entry, type Moved, type Of, partsOf } from '@/lib/payments/rules/ledger';
import type { Currency } from '@/lib/shared/money';

/**
 * Where the advisor's part of an earned price lies: held, payable, or paid out already, so that it is owed to us.
 */
export type Holder = 'AH' | 'AP' | 'AR';

/** E6, given back before it was earned: free cancellation, provider's cancellation or absence. Our fee stays a cost. */
export function entryE6({ balanceTransactionId, currency, amount }: Moved & { amount: number }): Entry {
  assertAmounts(amount);
  return entry('E6', balanceTransactionId, currency, { CP: amount }, { SA: amount });
}

/** E6 turned round, a refund that had arrived came back: the money is the client's still, until it is sent again. */
export function entryBounced({ balanceTransactionId, currency, amount }: Moved & { amount: number }): Entry {
  assertAmounts(amount);
  return entry('E6', balanceTransactionId, currency, { SA: amount }, { CP: amount });
}

/** E8, the provider cancels and bears the fee of the charge that went back, where the operator has switched that on. */
export function entryE8({ paymentId, currency, fee }: Of & { fee: number }): Entry {
  assertAmounts(fee);
  return entry('E8', `E8:${paymentId}`, currency, { AR: fee }, { XF: fee });
}

/**
 * An earned price goes back, in full (E9) or in part (E10): what is taken from each part of it. After the advisor was
 * paid it is E12: their part is owed to us until a reversal or a later payout brings it.
 */
export function entryReturned({
  balanceTransactionId,
  currency,
  taken,
  holder,
  isAll,
}: Moved & { taken: Split; holder: Holder; isAll: boolean }): Entry {
  const kind = holder === 'AR' ? 'E12' : isAll ? 'E9' : 'E10';
  return entry(kind, balanceTransactionId, currency, partsOf(taken, holder), { SA: totalOf(taken) });
}

/** E12, a transfer was reversed: what the advisor owed us has come back. */
export function entryReversed({ balanceTransactionId, currency, amount }: Moved & { amount: number }): Entry {
  assertAmounts(amount);
  return entry('E12', balanceTransactionId, currency, { SA: amount }, { AR: amount });
}

/** E12, what an advisor owes us is given up. */
export function entryWrittenOff({
  debtId,
  currency,
  amount,
}: {
  debtId: string;
  currency: Currency;
  amount: number;
}): Entry {
  assertAmounts(amount);
  return entry('E12', `E12:written-off:${debtId}`, currency, { XB: amount }, { AR: amount });
}

/** E13, a bank disputes a charge: it takes the amount, and the payment service its fee, until that is decided. */
export function entryDisputed({
  balanceTransactionId,
  currency,
  amount,
  fee,
}: Moved & { amount: number; fee: number }): Entry {
  assertAmounts(amount, fee);
  return entry('E13', balanceTransactionId, currency, { DR: amount, XD: fee }, { SA: amount + fee });
}

/** E13, won: the amount is back, and of the fee what the payment service returns with it. */
export function entryDisputeWon({
  balanceTransactionId,
  currency,
  amount,
  fee,
}: Moved & { amount: number; fee: number }): Entry {
  assertAmounts(amount, fee);
  return entry('E13', balanceTransactionId, currency, { SA: amount + fee }, { DR: amount, XD: fee });
}

/**
 * E13, lost: the client has the money. Of an earned price each part is taken back, from wherever the advisor's lies; of
 * one that was not earned, the client's prepayment; what has gone back otherwise by then is the platform's loss.
 */
export function entryDisputeLost({
  disputeId,
  currency,
  ...loss
}: { disputeId: string; currency: Currency } & DisputeLoss): Entry {
  const reference = `E13:lost:${disputeId}`;
  const { prepaid = 0, platform = 0, taken, holder } = loss;
  assertAmounts(prepaid, platform);
  const parts = taken && holder ? partsOf(taken, holder) : {};
  const total = prepaid + platform + (taken ? totalOf(taken) : 0);
  return entry('E13', reference, currency, { ...parts, CP: prepaid, XB: platform }, { DR: total });
}

/** Who bears a lost dispute, in minor units. */
export type DisputeLoss = {
  /** Of the client's prepayment. */
  readonly prepaid?: number;
  /** Of an earned price, and where the advisor's part lies. */
  readonly taken?: Split;
  readonly holder?: Holder;
  /** Had gone back by then. */
  readonly platform?: number;
};
