import type { Database } from '@/lib/server/db/client';
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

/** Mails that have waited for longer than their job should take: their job may be lost. */
export function listForgottenEmails(database: Database, before: Date, limit: number) {
  return database.email.findMany({
    where: { status: 'waiting', createdAt: { lt: before } },
    select: { id: true },
    take: limit,
  });
}

/** What an account was told lately in one of its roles, the latest first. */
export function listNotifications(database: Database, accountId: string, party: string, limit: number) {
  return database.notification.findMany({
    where: { accountId, bookingId: { not: null }, params: { path: ['party'], equals: party } },
    select: { id: true, kind: true, bookingId: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: limit,
  });
}
