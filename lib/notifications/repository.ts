import { withoutJob } from '@/lib/server/jobs/live-jobs';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';

export function findEmail(database: Database, id: string) {
  return database.email.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      locale: true,
      params: true,
      recipient: true,
      status: true,
      idempotencyKey: true,
    },
  });
}

export async function updateEmail(
  database: Database,
  id: string,
  data: Prisma.EmailUpdateInput,
): Promise<void> {
  await database.email.update({ where: { id }, data, select: { id: true } });
}

/** Mails that wait for longer than a minute and have no job, the oldest first. */
export async function listForgottenEmails(database: Database, limit: number): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id from email
    where status = 'waiting' and created_at < now() - interval '1 minute'
      and ${withoutJob('email.send', 'emailId', 'id::text')}
    order by created_at limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** What an account was told lately in one of its roles, of its bookings, of events or of claims, the latest first. */
export function listNotifications(
  database: Database,
  accountId: string,
  { party, about }: { party: string; about: 'bookingId' | 'eventId' | 'claimId' },
  limit: number,
) {
  return database.notification.findMany({
    where: { accountId, [about]: { not: null }, params: { path: ['party'], equals: party } },
    select: { id: true, kind: true, bookingId: true, eventId: true, claimId: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: limit,
  });
}

/** Brings the line of a kind of news up again, unread, with what is said of it now; one that says the same stays. */
export async function renewNotification(
  tx: Tx,
  line: { accountId: string; kind: string } & (
    | { bookingId: string }
    | { eventId: string }
    | { claimId: string }
  ),
  params: Record<string, string>,
): Promise<void> {
  const { accountId, kind } = line;
  const bookingId = 'bookingId' in line ? line.bookingId : null;
  const eventId = 'eventId' in line ? line.eventId : null;
  const claimId = 'claimId' in line ? line.claimId : null;
  await tx.$executeRaw`
    update notification set params = ${params}::jsonb, created_at = now(), read_at = null
    where account_id = ${accountId}::uuid and kind = ${kind}
      and (booking_id = ${bookingId}::uuid or event_id = ${eventId}::uuid or claim_id = ${claimId}::uuid)
      and params <> ${params}::jsonb`;
}
