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

export function listNotifications(database: Database, accountId: string, limit: number) {
  return database.notification.findMany({
    where: { accountId },
    select: { id: true, kind: true, params: true, bookingId: true, createdAt: true, readAt: true },
    orderBy: { createdAt: 'desc' },
    take: limit,
  });
}

export async function markRead(database: Database, accountId: string, now: Date): Promise<void> {
  await database.notification.updateMany({ where: { accountId, readAt: null }, data: { readAt: now } });
}
