import { db, type Tx } from './client';
import { isRetryable } from './errors';

const attempts = 5;

/**
 * Runs one business transaction (READ COMMITTED; statuses are guarded by compare-and-set and row locks) and
 * runs it anew after a deadlock or serialisation failure. No network call belongs inside. `timeout` in milliseconds is for
 * what touches very many rows.
 */
export async function inTransaction<T>(
  run: (tx: Tx) => Promise<T>,
  { timeout }: { timeout?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(run, timeout === undefined ? {} : { timeout });
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 20));
    }
  }
}
