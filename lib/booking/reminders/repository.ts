import { reminderHours } from '@/lib/booking/rules/reminder';
import type { Database, Tx } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';

/** Accepted sessions that start within a day and whose next reminder was not told; the rule looks again at each. */
export async function listToRemind(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  const [far, near] = reminderHours;
  return database.$queryRaw`
    with coming as (
      select id, starts_at, decided_at,
        case when starts_at <= ${addHours(now, near)} then ${near}::int else ${far}::int end as hours
      from booking
      where status = 'accepted' and starts_at > ${now} and starts_at <= ${addHours(now, far)}
        and id <> all(${seen}::uuid[])
    )
    select id from coming c
    where decided_at <= starts_at - make_interval(hours => hours) and not exists (
      select 1 from booking_reminder r
      where r.booking_id = c.id and r.hours_before = c.hours and r.starts_at = c.starts_at)
    order by starts_at limit ${limit}`;
}

/** False when it was told before. */
export async function insertReminder(
  tx: Tx,
  reminder: { bookingId: string; hoursBefore: number; startsAt: Date; toldAt: Date },
): Promise<boolean> {
  const { count } = await tx.bookingReminder.createMany({ data: [reminder], skipDuplicates: true });
  return count === 1;
}
