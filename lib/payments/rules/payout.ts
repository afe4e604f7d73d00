/** What must be true before a provider is paid. The account's side comes from webhooks, never from a redirect. */
export type PayoutState = {
  /** The transfers capability of the connected account is active. */
  readonly areTransfersActive: boolean;
  readonly areBillingDetailsComplete: boolean;
  readonly isSuspended: boolean;
  /** What the reporting rules for platforms want to know of a seller (DAC7) is there. */
  readonly isTaxDataComplete: boolean;
};

/** Whether money may be transferred to the provider. Selling is allowed before; money waits. */
export function payoutReady(state: PayoutState): boolean {
  const { areTransfersActive, areBillingDetailsComplete, isSuspended, isTaxDataComplete } = state;
  return areTransfersActive && areBillingDetailsComplete && !isSuspended && isTaxDataComplete;
}

/** After a transfer that failed, the next attempt waits for an hour for each attempt so far, at most for so many. */
export const TRANSFER_RETRY_HOURS = 24;
