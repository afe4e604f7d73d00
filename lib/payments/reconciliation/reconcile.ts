import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { BalanceLine } from '@/lib/server/stripe/reconciliation';
import { addHours, addMinutes } from '@/lib/shared/time';
import { compareBalance } from '../compare-balance';
import { bookServiceFee, isServiceFee } from './book-service-fee';
import { findLastCheck, finishCheck, insertCheck, listReferences, sumBooked } from './repository';
import type { Check, Difference } from './types';

/** Movements this young may still be under way to us. */
const graceMinutes = 60;
/** Each check reaches so far back before the last one, since events may come three days late. */
const overlapHours = 24 * 4;
const batch = 500;
const mostDifferences = 200;
const beginning = new Date('2020-01-01T00:00:00Z');

export type Checked = { checked: number; differences: Difference[] };

/**
 * Compares the ledger with the payment service, both ways: every movement of the balance is booked with its amount, every
 * booking has its movement, and the balances are equal. What differs is written down; while there is anything, nothing is
 * paid out.
 */
export async function reconcile(now: Date): Promise<Checked> {
  const last = await findLastCheck(db());
  const since = sinceOf(last);
  const id = await insertCheck(db(), since, now);
  const theirs = await compareTheirs(since, now);
  const ours = await compareOurs(since, theirs.known);
  const balance = theirs.isYoung ? [] : await compareTotals();
  const differences = [...theirs.differences, ...ours, ...balance].slice(0, mostDifferences);
  await finishCheck(db(), id, { checked: theirs.known.size, differences, finishedAt: now });
  if (differences.length > 0) log.error({ differences }, 'ledger and payment service differ');
  return { checked: theirs.known.size, differences };
}

/** What differed is looked at again until it does not any more, however long ago it happened. */
function sinceOf(last: Check | null): Date {
  if (!last) return beginning;
  return last.differences > 0 ? last.since : addHours(last.startedAt, -overlapHours);
}

/** Their movements since then: each is booked, with the same amount. What the service charges for itself is booked now. */
async function compareTheirs(since: Date, now: Date) {
  const known = new Set<string>();
  const differences: Difference[] = [];
  const settled = addMinutes(now, -graceMinutes);
  let isYoung = false;
  const compare = async (lines: readonly BalanceLine[]) => {
    const booked = await sumBooked(
      db(),
      lines.map(({ id }) => id),
    );
    for (const line of lines) {
      const { id, net, currency, createdAt } = line;
      const ours = booked.get(id) ?? null;
      if (ours === net) continue;
      if (ours === null && isServiceFee(line)) {
        await bookServiceFee(line);
        continue;
      }
      if (ours === null && createdAt > settled) isYoung = true;
      else
        differences.push({
          kind: ours === null ? 'not_booked' : 'amount',
          reference: id,
          ours,
          theirs: net,
          currency,
        });
    }
  };
  let page: BalanceLine[] = [];
  for await (const line of stripeGateway().listBalanceTransactions({ since })) {
    known.add(line.id);
    page.push(line);
    if (page.length < batch) continue;
    await compare(page);
    page = [];
  }
  await compare(page);
  return { known, differences, isYoung };
}

/** Our bookings since then: each has its movement; one that is older than what was read is asked for by itself. */
async function compareOurs(since: Date, known: ReadonlySet<string>): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (let after = ''; ; ) {
    const references = await listReferences(db(), since, after, batch);
    const missing = references.filter((reference) => !known.has(reference));
    const booked = await sumBooked(db(), missing);
    for (const reference of missing) {
      const line = await stripeGateway().findBalanceTransaction(reference);
      if (line && line.net === booked.get(reference)) continue;
      const ours = booked.get(reference) ?? null;
      const kind = line ? ('amount' as const) : ('not_there' as const);
      differences.push({ kind, reference, ours, theirs: line?.net ?? null, currency: line?.currency ?? '-' });
    }
    after = references.at(-1) ?? '';
    if (references.length < batch) return differences;
  }
}

async function compareTotals(): Promise<Difference[]> {
  const balances = await stripeGateway().balance();
  const { differing } = await compareBalance(db(), balances);
  return differing.map(({ currency, ours, theirs }) => ({
    kind: 'balance',
    reference: currency,
    ours,
    theirs,
    currency,
  }));
}
