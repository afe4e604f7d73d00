/** What must be true before a provider is paid. The account's side comes from webhooks, never from a redirect. */
export type PayoutState = {
  /** The transfers capability of the connected account is active. */
  readonly areTransfersActive: boolean;
  readonly areBillingDetailsComplete: boolean;
  readonly isTaxDataComplete: boolean;
  readonly isSuspended: boolean;
};

export type PayoutObstacle = 'transfers' | 'billingDetails' | 'taxData' | 'suspended';

/** What keeps a provider from being paid; empty when nothing does. Selling is allowed before; money waits. */
export function payoutObstacles(state: PayoutState): readonly PayoutObstacle[] {
  const obstacles: PayoutObstacle[] = [];
  if (!state.areTransfersActive) obstacles.push('transfers');
  if (!state.areBillingDetailsComplete) obstacles.push('billingDetails');
  if (!state.isTaxDataComplete) obstacles.push('taxData');
  if (state.isSuspended) obstacles.push('suspended');
  return obstacles;
}

/** Whether money may be transferred to the provider. */
export function payoutReady(state: PayoutState): boolean {
  return payoutObstacles(state).length === 0;
}

const DAY = 24 * 60 * 60_000;

/** How far missing onboarding has gone, counted from the oldest charge that is not released. */
export type WaitingStage = 'fine' | 'warnFirst' | 'warnAgain' | 'stopBookings' | 'refund';

/**
 * Money must leave the platform within 90 days of its charge. Without onboarding: warned on day 30 and 60,
 * no new bookings from day 75, given back on day 85. Days are 24 elapsed hours; the day itself counts.
 */
export function waitingStage(oldestChargeAt: Date | null, now: Date): WaitingStage {
  if (oldestChargeAt === null) return 'fine';
  const days = (now.getTime() - oldestChargeAt.getTime()) / DAY;
  if (days >= 85) return 'refund';
  if (days >= 75) return 'stopBookings';
  if (days >= 60) return 'warnAgain';
  return days >= 30 ? 'warnFirst' : 'fine';
}

/** What one booking pays out: its payable, lowered by the part of the advisor's debt that falls on it. */
export type PayoutPart = { readonly paymentId: string; readonly payable: number; readonly clawback: number };

/**
 * Sets what an advisor owes us off against what we are about to pay, oldest payable first in the list: the
 * newest are lowered first, so that the oldest are paid in full. A transfer may shrink to 0; what is still
 * owed then waits for the next payout. Minor units.
 */
export function allocateClawback(
  payables: readonly { readonly paymentId: string; readonly payable: number }[],
  owed: number,
): readonly PayoutPart[] {
  let left = owed;
  const parts: PayoutPart[] = [];
  for (const { paymentId, payable } of payables.toReversed()) {
    const clawback = Math.min(left, payable);
    left -= clawback;
    parts.unshift({ paymentId, payable, clawback });
  }
  return parts;
}
