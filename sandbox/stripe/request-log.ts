import type { Incoming } from '@/sandbox/http/server';
import type { Store } from '@/sandbox/stripe/store';

const kept = 5_000;

/** Writes one line per API call; `answer` is missing when the connection was cut on purpose. */
export function logRequest(
  store: Store,
  incoming: Incoming,
  answer: { requestId: string; status: number; replayed: boolean } | undefined,
): void {
  const inserted = store.db
    .prepare(
      `INSERT INTO requests (id, at, method, path, account, key, body, status, replayed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      answer?.requestId ?? '',
      new Date().toISOString(),
      incoming.method,
      incoming.path,
      incoming.headers['stripe-account'] ?? null,
      incoming.headers['idempotency-key'] ?? null,
      incoming.method === 'GET' ? incoming.search : incoming.body,
      answer?.status ?? 0,
      answer?.replayed ? 1 : 0,
    );
  store.db.prepare('DELETE FROM requests WHERE seq <= ?').run(Number(inserted.lastInsertRowid) - kept);
}

/** The newest API calls first; `path` narrows to paths that contain it. */
export function listRequests(store: Store, path: string, limit: number): Record<string, unknown>[] {
  return store.db
    .prepare('SELECT * FROM requests WHERE instr(path, ?) > 0 ORDER BY seq DESC LIMIT ?')
    .all(path === '' ? '/' : path, limit);
}
