import type { Machine } from '@/lib/shared/status-machine';
import type { Database } from './client';

/** Something that is always true of the data, whatever crashed when. */
export type Invariant = {
  /** Domain and name, for instance `payments.refundsWithinCaptured`. */
  name: string;
  /** The sentence an operator reads. */
  says: string;
  /** Query of one number, `count`: how many rows it speaks of. */
  checked: string;
  /** Query of `id` and `problem`, one row a violation. `:now` stands for the product's time. */
  violations: string;
};

export type Violation = { id: string; problem: string };
export type Checked = { name: string; says: string; checked: number; violations: Violation[] };

const listed = 20;

/** Runs both queries; at most 20 violations are returned, enough to see what is wrong. */
export async function checkInvariant(
  database: Database,
  { name, says, checked, violations }: Invariant,
  now: Date,
): Promise<Checked> {
  const at = `'${now.toISOString()}'::timestamptz`;
  const [row] = await database.$queryRawUnsafe<{ count: bigint }[]>(checked.replaceAll(':now', at));
  const found = await database.$queryRawUnsafe<Violation[]>(
    `select id::text as id, problem from (${violations.replaceAll(':now', at)}) v limit ${listed}`,
  );
  return { name, says, checked: Number(row?.count ?? 0), violations: found };
}

/**
 * A machine's transitions as rows `(action, from, to, party)` for a query over the audit log. Names come from our own
 * tables, never from people.
 */
export function legalMoves<S extends string, A extends string, N extends string>(
  subject: string,
  machine: Machine<S, A, N>,
): string {
  const rows: string[] = [];
  for (const name of Object.keys(machine.transitions) as N[]) {
    const { from, to, by } = machine.transitions[name];
    for (const old of from)
      for (const party of by) rows.push(`('${subject}.${name}', '${old}', '${to}', '${party}')`);
  }
  return `(values ${rows.join(', ')}) as legal (action, from_status, to_status, party)`;
}
