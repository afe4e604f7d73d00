export type StripeSandboxConfig = {
  /** 0 takes a free port. */
  port: number;
  /** State file; `:memory:` for tests without a restart. */
  file: string;
  /** The one key that is accepted, beginning with `sk_test_sandbox`. */
  secretKey: string;
  /** Where events go; null keeps them (retrieve and list only). */
  appUrl: string | null;
  webhookSecret: string;
  connectWebhookSecret: string;
  /** First pause of a delivery that failed; doubles each time, at most a minute. */
  retryBaseMs: number;
  /** Refuses and remembers requests that the types of the installed SDK do not allow. For tests: it needs the compiler. */
  checkParams: boolean;
};

/** What a sandbox uses when nothing else is configured; the app has the same defaults without keys. */
export const sandboxDefaults = {
  secretKey: 'sk_test_sandbox_consilia',
  webhookSecret: 'whsec_sandbox_platform',
  connectWebhookSecret: 'whsec_sandbox_connect',
  retryBaseMs: 1_000,
} as const;
