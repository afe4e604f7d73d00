/** What must be true before a provider is paid. The account's side comes from webhooks, never from a redirect. */
export type PayoutState = {
  /** The transfers capability of the connected account is active. */
  readonly areTransfersActive: boolean;
  readonly areBillingDetailsComplete: boolean;
  readonly isSuspended: boolean;
};

/** Whether money may be transferred to the provider. Selling is allowed before; money waits. */
export function payoutReady(state: PayoutState): boolean {
  return state.areTransfersActive && state.areBillingDetailsComplete && !state.isSuspended;
}

/** After a transfer that failed, the next attempt waits for an hour for each attempt so far, at most for so many. */
export const TRANSFER_RETRY_HOURS = 24;
