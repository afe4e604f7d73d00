import { createHash } from 'node:crypto';
import type { Incoming } from '@/sandbox/http/server';
import { keyLifetime } from '@/sandbox/stripe/clock';
import { StripeFault } from '@/sandbox/stripe/errors';
import type { Store } from '@/sandbox/stripe/store';

export type KeptAnswer = { status: number; body: string; request: string };

export function fingerprintOf(incoming: Incoming): string {
  return createHash('sha256')
    .update(`${incoming.method} ${incoming.path} ${incoming.search} ${incoming.body}`)
    .digest('hex');
}

function scopeOf(account: string | null, key: string): string {
  return `${account ?? 'platform'}|${key}`;
}

/**
 * The answer kept for a key, if any. Another request under the same key is an `idempotency_error`.
 * Source: docs.stripe.com/api/idempotent_requests.
 */
export function findKeptAnswer(
  store: Store,
  account: string | null,
  key: string,
  fingerprint: string,
  now: number,
): KeptAnswer | undefined {
  const row = store.db
    .prepare('SELECT fingerprint, status, body, request FROM idempotency WHERE scope = ? AND created > ?')
    .get(scopeOf(account, key), now - keyLifetime);
  if (row === undefined) return undefined;
  if (row.fingerprint !== fingerprint) {
    throw new StripeFault(
      400,
      {
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      },
      false,
    );
  }
  return { status: Number(row.status), body: String(row.body), request: String(row.request) };
}

export function keepAnswer(
  store: Store,
  account: string | null,
  key: string,
  fingerprint: string,
  answer: KeptAnswer,
  now: number,
): void {
  store.db
    .prepare(
      `INSERT OR REPLACE INTO idempotency (scope, fingerprint, status, body, request, created)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(scopeOf(account, key), fingerprint, answer.status, answer.body, answer.request, now);
}

/** Keys whose request is running at this moment; a second request under one meets 409. */
export class KeysInUse {
  private readonly keys = new Set<string>();

  enter(account: string | null, key: string): () => void {
    const scope = scopeOf(account, key);
    if (this.keys.has(scope)) {
      throw new StripeFault(
        409,
        {
          type: 'invalid_request_error',
          code: 'idempotency_key_in_use',
          message: `There is currently another in-progress request using this Idempotent Key (${key}).`,
        },
        false,
      );
    }
    this.keys.add(scope);
    return () => this.keys.delete(scope);
  }
}
