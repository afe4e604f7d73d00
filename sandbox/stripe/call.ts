import type { Faults } from '@/sandbox/http/faults';
import type { SandboxClock } from '@/sandbox/stripe/clock';
import type { StripeSandboxConfig } from '@/sandbox/stripe/config';
import type { ParamTypes } from '@/sandbox/stripe/params/schema';
import type { Store } from '@/sandbox/stripe/store';

export type Sandbox = {
  config: StripeSandboxConfig;
  store: Store;
  clock: SandboxClock;
  faults: Faults;
  /** What each endpoint takes, when requests are checked against it. */
  paramTypes: ParamTypes | null;
  /** Address of this server, known once it listens. */
  publicUrl: string;
};

/** One piece of work inside one database transaction: an API call, a form post, or the clock. */
export type Call = {
  sandbox: Sandbox;
  store: Store;
  /** The account the call acts for; null is the platform. */
  account: string | null;
  now: number;
  requestId: string | null;
  idempotencyKey: string | null;
};

/** A call that nobody asked for by API: the clock, or a hosted page. */
export function internalCall(sandbox: Sandbox): Call {
  return {
    sandbox,
    store: sandbox.store,
    account: null,
    now: sandbox.clock.now(),
    requestId: null,
    idempotencyKey: null,
  };
}
