import { timingSafeEqual } from 'node:crypto';
import type { Incoming } from '@/sandbox/http/server';
import type { Sandbox } from '@/sandbox/stripe/call';
import { StripeFault } from '@/sandbox/stripe/errors';

function presentedKey(header: string): string {
  if (header.startsWith('Basic ')) {
    return Buffer.from(header.slice(6), 'base64').toString('utf8').split(':', 1)[0] ?? '';
  }
  return header.replace(/^Bearer /, '');
}

function isSame(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Accepts the configured sandbox key only; a real key is never let in. */
export function checkKey(sandbox: Sandbox, incoming: Incoming): void {
  const key = presentedKey(incoming.headers.authorization ?? '');
  if (key.startsWith('sk_test_sandbox') && isSame(key, sandbox.config.secretKey)) return;
  const message =
    key === ''
      ? 'You did not provide an API key.'
      : `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`;
  throw new StripeFault(401, { type: 'invalid_request_error', message }, false);
}

/** The connected account named by `Stripe-Account`; null for the platform itself. */
export function actingAccount(sandbox: Sandbox, incoming: Incoming): string | null {
  const id = incoming.headers['stripe-account'];
  if (id === undefined) return null;
  if (sandbox.store.accounts.find(id)) return id;
  throw new StripeFault(
    403,
    {
      type: 'invalid_request_error',
      code: 'account_invalid',
      message: `The provided key does not have access to account '${id}' (or that account does not exist).`,
    },
    false,
  );
}
