import type { StripeFailure } from '@/lib/server/stripe/outcome';
import { addHours } from '@/lib/shared/time';
import type { StripeCallRecord } from '../stripe-calls';

/** What became of a call: why the service refused it, the intent whose facts tell the rest, and whether a card was refused. */
export type Made = { failure: StripeFailure | null; intentId?: string | null; isRefused?: boolean };

export function failureOf(
  outcome: { ok: true } | { ok: false; failure: StripeFailure },
): StripeFailure | null {
  return outcome.ok ? null : outcome.failure;
}

/** The service forgets a key after 24 hours; from then on the same call could have a second effect. */
const keyLifetimeHours = 23;

/** Whether what the call did has to be looked up before it is made again. */
export function isKeyOld({ firstTriedAt }: StripeCallRecord, now: Date): boolean {
  return firstTriedAt !== null && addHours(firstTriedAt, keyLifetimeHours) <= now;
}
