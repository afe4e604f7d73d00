import { db } from '@/lib/server/db/client';
import { checkAll, emptyOnes, printResults } from '@/scripts/invariants/check-all';
import { countUnderWay, isNothing } from '@/scripts/invariants/under-way';
import { until } from './persist';
import type { Clock } from './clock';
import type { Stand } from './stand';

/** Waits until nothing is under way: calls, events, mails, deadlines, releases. */
export async function settle(stand: Stand, clock: Clock, timeoutMs = 240_000): Promise<void> {
  await until('everything settles', timeoutMs, async () => {
    await stand.control('stripe', 'webhooks/hurry');
    const seen = await countUnderWay(db(), clock.now());
    return { done: isNothing(seen), seen };
  });
}

/** Every mail of the outbox arrived exactly once: as many messages in the sandbox's mailbox as mails that were sent. */
async function compareMails(stand: Stand): Promise<{ sent: number; arrived: number }> {
  const sent = await db().email.count({ where: { status: 'sent' } });
  const { data } = (await stand.read('mail', 'messages?limit=1000000')) as { data: unknown[] };
  return { sent, arrived: data.length };
}

/**
 * The invariants and the mailbox; the number of violations. With `mustCheck` an invariant that had nothing to check is one.
 */
export async function countViolations(stand: Stand, clock: Clock, mustCheck = false): Promise<number> {
  const results = await checkAll(db(), clock.now());
  // A drill may lie within one month, of which nothing is invoiced yet.
  const expected = results.filter(({ name }) => !name.startsWith('documents.'));
  const empty = mustCheck ? emptyOnes(expected) : [];
  const violations = printResults(results) + empty.length;
  const { sent, arrived } = await compareMails(stand);
  console.log(`mails: ${sent} sent, ${arrived} arrived`);
  return violations + (sent === arrived ? 0 : 1);
}
