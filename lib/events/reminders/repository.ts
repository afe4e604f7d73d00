import { reminderHours } from '@/lib/booking/rules/reminder';
import type { Database, Tx } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';

/** Events on sale that start within a day and whose host was not told of the next reminder. */
export function listHostsToRemind(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  const [far, near] = reminderHours;
  return database.$queryRaw`
    with coming as (
      select e.id, e.starts_at, e.published_at, p.account_id,
        case when e.starts_at <= ${addHours(now, near)} then ${near}::int else ${far}::int end as hours
      from event e join provider p on p.id = e.host_id
      where e.status = 'published' and e.starts_at > ${now} and e.starts_at <= ${addHours(now, far)}
        and e.id <> all(${seen}::uuid[])
    )
    select id from coming c
    where published_at <= starts_at - make_interval(hours => hours) and not exists (
      select 1 from event_reminder r
      where (r.event_id, r.account_id, r.hours_before, r.starts_at) = (c.id, c.account_id, c.hours, c.starts_at))
    order by starts_at limit ${limit}`;
}

/** False when it was told before. */
export async function insertReminder(
  tx: Tx,
  reminder: { eventId: string; accountId: string; hoursBefore: number; startsAt: Date; toldAt: Date },
): Promise<boolean> {
  const { count } = await tx.eventReminder.createMany({ data: [reminder], skipDuplicates: true });
  return count === 1;
}

/** Booked seats of events that start within a day and whose next reminder was not told. */
export function listSeatsToRemind(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  const [far, near] = reminderHours;
  return database.$queryRaw`
    with coming as (
      select s.id, s.event_id, s.client_id, s.booked_at, e.starts_at,
        case when e.starts_at <= ${addHours(now, near)} then ${near}::int else ${far}::int end as hours
      from event e join seat s on s.event_id = e.id
      where e.status = 'published' and e.starts_at > ${now} and e.starts_at <= ${addHours(now, far)}
        and s.status = 'booked' and s.id <> all(${seen}::uuid[])
    )
    select id from coming c
    where booked_at <= starts_at - make_interval(hours => hours) and not exists (
      select 1 from event_reminder r
      where (r.event_id, r.account_id, r.hours_before, r.starts_at) = (c.event_id, c.client_id, c.hours, c.starts_at))
    order by starts_at limit ${limit}`;
}
