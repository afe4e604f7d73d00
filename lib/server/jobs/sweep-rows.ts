import { log } from '@/lib/server/log';

type Sweep<T> = {
  /** What is done to the rows, for the log. */
  name: string;
  /** The next rows that are due, without those of these ids. */
  next: (seen: string[]) => Promise<T[]>;
  /** In a transaction of its own; looks again whether the row is still due. */
  handle: (row: T) => Promise<unknown>;
};

/**
 * Does what is due, row by row, until nothing is left. A row that fails is logged and passed over, so that it holds up
 * no other; the next sweep tries it again. Returns how many failed.
 */
export async function sweepRows<T extends { id: string }>({ name, next, handle }: Sweep<T>): Promise<number> {
  const seen: string[] = [];
  let failed = 0;
  for (;;) {
    const rows = await next(seen);
    if (rows.length === 0) return failed;
    for (const row of rows) {
      seen.push(row.id);
      try {
        await handle(row);
      } catch (error) {
        failed += 1;
        log.error({ err: error, sweep: name, id: row.id }, 'row of a sweep failed');
      }
    }
  }
}

/** Does each, also when another one fails; then fails with the first failure. */
export async function doAll(work: readonly Promise<unknown>[]): Promise<void> {
  for (const each of await Promise.allSettled(work)) if (each.status === 'rejected') throw each.reason;
}

/** Ends a job whose rows failed in part as failed, after everything else was done. */
export function reportFailures(name: string, failed: number): void {
  if (failed > 0) throw new Error(`${name}: ${failed} rows failed`);
}
