import type { Store } from '@/sandbox/stripe/store';

export type Endpoint = 'platform' | 'connect';

export type Delivery = { seq: number; event: string; endpoint: Endpoint; attempts: number };

/** How events leave: held back, late, or more than once. Set by control calls, kept through a restart. */
export type DeliveryMode = { hold: boolean; delayMs: number; copies: number };

export function readDeliveryMode(store: Store): DeliveryMode {
  const saved = store.readSetting('deliveryMode');
  return saved === undefined ? { hold: false, delayMs: 0, copies: 1 } : JSON.parse(saved);
}

export function writeDeliveryMode(store: Store, mode: DeliveryMode): void {
  store.writeSetting('deliveryMode', JSON.stringify(mode));
}

/** Queues an event for an endpoint; how often and when follows the mode unless `copies` is given. */
export function enqueueDelivery(store: Store, event: string, endpoint: Endpoint, copies?: number): void {
  const mode = readDeliveryMode(store);
  const nextAt = mode.hold ? null : Date.now() + mode.delayMs;
  const insert = store.db.prepare(
    'INSERT INTO deliveries (event, endpoint, attempts, next_at) VALUES (?, ?, 0, ?)',
  );
  for (let copy = 0; copy < (copies ?? mode.copies); copy += 1) insert.run(event, endpoint, nextAt);
}

function toDelivery(row: Record<string, unknown>): Delivery {
  return {
    seq: Number(row.seq),
    event: String(row.event),
    endpoint: row.endpoint === 'connect' ? 'connect' : 'platform',
    attempts: Number(row.attempts),
  };
}

export function dueDeliveries(store: Store, now: number, limit: number): Delivery[] {
  return store.db
    .prepare('SELECT * FROM deliveries WHERE done = 0 AND next_at <= ? ORDER BY next_at, seq LIMIT ?')
    .all(now, limit)
    .map(toDelivery);
}

export function heldDeliveries(store: Store): Delivery[] {
  return store.db
    .prepare('SELECT * FROM deliveries WHERE done = 0 AND next_at IS NULL ORDER BY seq')
    .all()
    .map(toDelivery);
}

/** When the next waiting delivery is due; undefined when none waits. */
export function nextDeliveryAt(store: Store): number | undefined {
  const row = store.db.prepare('SELECT MIN(next_at) AS at FROM deliveries WHERE done = 0').get();
  return row?.at === null || row?.at === undefined ? undefined : Number(row.at);
}

export function countPending(store: Store, event: string): number {
  const row = store.db
    .prepare('SELECT COUNT(*) AS n FROM deliveries WHERE event = ? AND done = 0')
    .get(event);
  return Number(row?.n ?? 0);
}

export function countUnfinished(store: Store): number {
  return Number(store.db.prepare('SELECT COUNT(*) AS n FROM deliveries WHERE done = 0').get()?.n ?? 0);
}

export function finishDelivery(store: Store, delivery: Delivery, status: string): void {
  store.db
    .prepare('UPDATE deliveries SET done = 1, attempts = attempts + 1, last_status = ? WHERE seq = ?')
    .run(status, delivery.seq);
}

/** Puts a failed delivery back with a doubled pause, at most a minute: it is tried until it succeeds. */
export function postponeDelivery(store: Store, delivery: Delivery, baseMs: number, status: string): void {
  const pause = Math.min(60_000, baseMs * 2 ** Math.min(delivery.attempts, 10));
  store.db
    .prepare('UPDATE deliveries SET attempts = attempts + 1, next_at = ?, last_status = ? WHERE seq = ?')
    .run(Date.now() + pause, status, delivery.seq);
}

/** Makes waiting retries due now, so that a test need not wait for the pause. */
export function hurryDeliveries(store: Store): void {
  store.db
    .prepare('UPDATE deliveries SET next_at = ? WHERE done = 0 AND next_at IS NOT NULL')
    .run(Date.now());
}
