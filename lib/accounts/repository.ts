import type { Database, Tx } from '@/lib/server/db/client';
import type { TokenPurpose } from '@/lib/server/db/generated/enums';

export async function findCredentials(database: Database, identifier: string) {
  return database.account.findFirst({
    where: { OR: [{ email: identifier }, { userName: identifier }] },
    select: { id: true, passwordHash: true, status: true, locale: true },
  });
}

export async function findAccountByEmail(database: Database, email: string) {
  return database.account.findUnique({
    where: { email },
    select: { id: true, name: true, locale: true, email: true, emailVerifiedAt: true, status: true },
  });
}

export async function findAccount(database: Database, id: string) {
  return database.account.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      timeZone: true,
      passwordHash: true,
      emailVerifiedAt: true,
    },
  });
}

export type NewAccount = {
  email: string;
  name: string;
  locale: string;
  passwordHash: string;
  createdAt: Date;
};

/** The new id, or null when the address has an account. */
export async function insertAccount(tx: Tx, data: NewAccount): Promise<string | null> {
  const rows = await tx.account.createManyAndReturn({
    data: [data],
    skipDuplicates: true,
    select: { id: true },
  });
  return rows[0]?.id ?? null;
}

export type AccountChange = Partial<{
  name: string;
  locale: string;
  timeZone: string;
  passwordHash: string;
  emailVerifiedAt: Date;
}>;

export async function updateAccount(tx: Database, id: string, data: AccountChange): Promise<void> {
  await tx.account.update({ where: { id }, data, select: { id: true } });
}

export type NewAccountToken = {
  accountId: string;
  purpose: TokenPurpose;
  tokenHash: string;
  id: string;
  createdAt: Date;
  expiresAt: Date;
};

export async function insertToken(tx: Tx, data: NewAccountToken): Promise<void> {
  await tx.accountToken.updateMany({
    where: { accountId: data.accountId, purpose: data.purpose, usedAt: null },
    data: { usedAt: data.createdAt },
  });
  await tx.accountToken.create({ data, select: { id: true } });
}

export async function findToken(database: Database, tokenHash: string, purpose: TokenPurpose) {
  return database.accountToken.findFirst({
    where: { tokenHash, purpose },
    select: {
      id: true,
      accountId: true,
      expiresAt: true,
      usedAt: true,
      account: { select: { status: true, locale: true } },
    },
  });
}

/** True for exactly one of any number of parallel callers. */
export async function useToken(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.accountToken.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

export async function listSessions(database: Database, accountId: string, now: Date) {
  return database.session.findMany({
    where: { accountId, expiresAt: { gt: now } },
    select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
  });
}

/** Ends one session of the account; false when it is not there. */
export async function deleteSession(
  database: Database,
  accountId: string,
  sessionId: string,
): Promise<boolean> {
  const { count } = await database.session.deleteMany({ where: { id: sessionId, accountId } });
  return count === 1;
}

export async function deleteSessionsExcept(
  database: Database,
  accountId: string,
  sessionId: string | null,
): Promise<void> {
  await database.session.deleteMany({
    where: { accountId, ...(sessionId ? { id: { not: sessionId } } : {}) },
  });
}
