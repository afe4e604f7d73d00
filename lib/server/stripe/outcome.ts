import { Stripe } from 'stripe';

/**
 * Why Stripe refused a call in a way the business expects:
 * - `cardDeclined`: the bank said no; `declineCode` tells more (`insufficient_funds` is the card's).
 * - `authenticationRequired`: the holder has to confirm, but is not there.
 * - `balanceInsufficient`: the platform's or the connected account's Stripe balance is too low.
 * - `alreadyCaptured`, `alreadyCanceled`, `alreadyRefunded`, `alreadyFinished`: the wanted step, or another
 *   that excludes it, was done before.
 * - `disputed`: the charge is being, or was, taken back by the client's bank; it cannot be refunded.
 * - `recipientNotReady`: the connected account may not receive transfers yet.
 * - `idempotencyConflict`: the key was used before with other parameters: a bug upstream, never retried.
 * - `refused`: Stripe will not do this, now or later (unknown object, closed account, amount too large): the same call
 *   again changes nothing, somebody has to look.
 */
export type StripeFailureReason =
  | 'alreadyCanceled'
  | 'alreadyCaptured'
  | 'alreadyFinished'
  | 'alreadyRefunded'
  | 'authenticationRequired'
  | 'balanceInsufficient'
  | 'cardDeclined'
  | 'disputed'
  | 'idempotencyConflict'
  | 'recipientNotReady'
  | 'refused';

export type StripeFailure = {
  reason: StripeFailureReason;
  /** Stripe's English sentence, for logs and the admin; never shown to clients. */
  message: string;
  declineCode: string | null;
  /** The intent the failure is about, when Stripe names it. */
  intentId: string | null;
};

export type StripeOutcome<T> = { ok: true; value: T } | { ok: false; failure: StripeFailure };

function reasonByState(
  error: InstanceType<typeof Stripe.errors.StripeError>,
): StripeFailureReason | undefined {
  const status = error.payment_intent?.status;
  if (status === 'canceled') return 'alreadyCanceled';
  if (status === 'succeeded') return 'alreadyCaptured';
  return undefined;
}

function reasonOf(error: InstanceType<typeof Stripe.errors.StripeError>): StripeFailureReason | undefined {
  if (error instanceof Stripe.errors.StripeIdempotencyError) return 'idempotencyConflict';
  if (error.code === 'authentication_required') return 'authenticationRequired';
  if (error instanceof Stripe.errors.StripeCardError) return 'cardDeclined';
  if (error.code === 'balance_insufficient') return 'balanceInsufficient';
  if (error.code === 'charge_already_refunded') return 'alreadyRefunded';
  if (error.code === 'charge_disputed') return 'disputed';
  if (error.code === 'insufficient_capabilities_for_transfer') return 'recipientNotReady';
  if (error.code === 'payment_intent_unexpected_state') return reasonByState(error);
  if (error.code === 'status_transition_invalid') return 'alreadyFinished';
  return error instanceof Stripe.errors.StripeInvalidRequestError ? 'refused' : undefined;
}

/**
 * Whether an error is the service's own: `silent` when it did not answer, `broken` when it answered with a fault. Trying
 * again is safe with the same key; a `broken` answer is repeated for that key. Null for everything else.
 */
export function serviceFault(error: unknown): 'silent' | 'broken' | null {
  if (error instanceof Stripe.errors.StripeAPIError) return 'broken';
  const isSilent =
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeRateLimitError;
  return isSilent ? 'silent' : null;
}

const notFound = 404;

/** Whether Stripe knows nothing of the object that was asked for by its id, in either version of its API. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeError &&
    error.statusCode === notFound &&
    (error.code === 'resource_missing' || error.code === 'not_found')
  );
}

/** Whether Stripe knows nothing of an object that a parameter of the call names. */
export function isUnknownTo(error: unknown, param: string): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    error.code === 'resource_missing' &&
    error.param === param
  );
}

/** Runs a call; expected refusals become values, everything else is thrown on. */
export async function attempt<T>(call: () => Promise<T>): Promise<StripeOutcome<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return {
      ok: false,
      failure: {
        reason,
        message: error.message,
        declineCode: error.decline_code ?? null,
        intentId: error.payment_intent?.id ?? null,
      },
    };
  }
}
