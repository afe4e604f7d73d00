import type { Database } from '@/lib/server/db/client';

const kinds = ['calls', 'events', 'mails', 'bookings', 'seats', 'payments'] as const;
export type UnderWay = Record<(typeof kinds)[number], number>;

/** How much is still to be done by the worker: calls, events, mails, deadlines that have passed, money that moves. */
export async function countUnderWay(database: Database, now: Date): Promise<UnderWay> {
  const [row] = await database.$queryRaw<UnderWay[]>`select
    (select count(*)::int from stripe_call where status = 'waiting') as calls,
    (select count(*)::int from webhook_event where status = 'received') as events,
    (select count(*)::int from email where status = 'waiting') as mails,
    (select count(*)::int from booking where (status in ('held', 'proposed') and held_until <= ${now})
      or (status = 'pending' and answer_by <= ${now}) or (status = 'accepted' and ends_at <= ${now})) as bookings,
    (select count(*)::int from seat where status = 'held' and held_until <= ${now})
      + (select count(*)::int from event where status = 'published'
          and (ends_at <= ${now} or (confirmed_at is null and book_until <= ${now}))) as seats,
    (select count(*)::int from payment p where (p.status = 'delivered_held' and p.claim_until < ${now})
      or p.status in ('refunding', 'in_payout', 'processing')
      or (p.status = 'releasable' and exists (
        select 1 from connect_account c where c.provider_id = p.provider_id and c.transfers_active))) as payments`;
  if (!row) throw new Error('the database counts nothing');
  return row;
}

export function isNothing(counts: UnderWay): boolean {
  return kinds.every((kind) => counts[kind] === 0);
}
