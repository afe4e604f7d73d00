import type { ParamProblem } from '@/sandbox/stripe/params/check';
import type { Store } from '@/sandbox/stripe/store';

export type InvalidRequest = { method: string; path: string; params: string; problem: string };

/** Remembers a request that the SDK's types do not allow; a reset does not forget it. */
export function recordInvalid(
  store: Store,
  request: { method: string; path: string; params: Record<string, unknown> },
  problem: ParamProblem,
): void {
  store.db
    .prepare('INSERT INTO invalid_requests (method, path, params, problem) VALUES (?, ?, ?, ?)')
    .run(request.method, request.path, JSON.stringify(request.params), `${problem.code}: ${problem.message}`);
}

/** Gives the remembered requests, oldest first, and forgets them: a test that sends some on purpose takes them. */
export function takeInvalid(store: Store): InvalidRequest[] {
  const found = store.db
    .prepare('SELECT method, path, params, problem FROM invalid_requests ORDER BY seq')
    .all()
    .map((row) => ({
      method: String(row.method),
      path: String(row.path),
      params: String(row.params),
      problem: String(row.problem),
    }));
  store.db.exec('DELETE FROM invalid_requests');
  return found;
}
