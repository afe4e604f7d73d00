import { db } from '@/lib/server/db/client';
import { checkAll, printResults } from '@/scripts/invariants/check-all';
import { until } from './persist';
import type { Clock } from './clock';
import type { Stand } from './stand';

type Waiting = { calls: bigint; events: bigint; mails: bigint; bookings: bigint; payments: bigint };

/** Waits until nothing is under way: calls, events, mails, deadlines, releases. */
export async function settle(stand: Stand, clock: Clock, timeoutMs = 240_000): Promise<void> {
  await until('everything settles', timeoutMs, async () => {
    await stand.control('stripe', 'webhooks/hurry');
    const now = clock.now();
    const [row] = await db().$queryRaw<Waiting[]>`select
      (select count(*) from stripe_call where status = 'waiting') as calls,
      (select count(*) from webhook_event where status = 'received') as events,
      (select count(*) from email where status = 'waiting') as mails,
      (select count(*) from booking where (status = 'held' and held_until <= ${now})
        or (status = 'pending' and answer_by <= ${now}) or (status = 'accepted' and ends_at <= ${now})) as bookings,
      (select count(*) from payment p where (p.status = 'delivered_held' and p.claim_until < ${now})
        or p.status in ('refunding', 'in_payout', 'processing')
        or (p.status = 'releasable' and exists (select 1 from connect_account c where c.provider_id = p.provider_id and c.transfers_active))) as payments`;
    const left = row ? Object.values(row).reduce((sum, value) => sum + Number(value), 0) : -1;
    return {
      done: left === 0,
      seen: Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, Number(value)])),
    };
  });
}

/** Every mail of the outbox arrived exactly once: as many messages in the sandbox's mailbox as mails that were sent. */
async function compareMails(stand: Stand): Promise<{ sent: number; arrived: number }> {
  const sent = await db().email.count({ where: { status: 'sent' } });
  const { data } = (await stand.read('mail', 'messages?limit=1000000')) as { data: unknown[] };
  return { sent, arrived: data.length };
}

/** The invariants and the mailbox; the number of violations. */
export async function countViolations(stand: Stand, clock: Clock): Promise<number> {
  const violations = printResults(await checkAll(db(), clock.now()));
  const { sent, arrived } = await compareMails(stand);
  console.log(`mails: ${sent} sent, ${arrived} arrived`);
  return violations + (sent === arrived ? 0 : 1);
}
