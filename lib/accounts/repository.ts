import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { TokenPurpose } from '@/lib/server/db/generated/enums';

/** A practice of one's own, or an organisation that one manages. */
const practices = {
  provider: { select: { id: true } },
  memberships: { where: { role: 'manager', endedAt: null }, select: { id: true }, take: 1 },
} as const satisfies Prisma.AccountSelect;

type WithPractices = { provider: { id: string } | null; memberships: readonly { id: string }[] };

/** Whether the first page of an account is that of a practice. */
export const actsForPractice = ({ provider, memberships }: WithPractices) =>
  provider !== null || memberships.length > 0;

export async function findCredentials(database: Database, identifier: string) {
  return database.account.findFirst({
    where: { OR: [{ email: identifier }, { userName: identifier }] },
    select: {
      id: true,
      passwordHash: true,
      status: true,
      emailVerifiedAt: true,
      ...practices,
    },
  });
}

export async function findAccountByEmail(database: Database, email: string) {
  return database.account.findUnique({
    where: { email },
    select: { id: true, locale: true, email: true, emailVerifiedAt: true, status: true },
  });
}

export async function findAccount(database: Database, id: string) {
  return database.account.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, locale: true, passwordHash: true },
  });
}

export type VerifiedAccount = {
  email: string;
  name: string;
  locale: string;
  passwordHash: string;
  now: Date;
};

/**
 * The account of an address that has just been verified, with nothing in it but what is given here; null when the
 * address is verified already, by whomever.
 */
export async function claimAccount(
  tx: Tx,
  { email, now, ...chosen }: VerifiedAccount,
): Promise<string | null> {
  const made = await tx.account.createManyAndReturn({
    data: [{ email, ...chosen, emailVerifiedAt: now, createdAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (made[0]) return made[0].id;
  const claimed = await tx.account.updateManyAndReturn({
    where: { email, emailVerifiedAt: null, status: 'active' },
    data: { ...chosen, emailVerifiedAt: now, timeZone: null, userName: null },
    select: { id: true },
  });
  return claimed[0]?.id ?? null;
}

export type AccountChange = Partial<{
  name: string;
  locale: string;
  timeZone: string;
  passwordHash: string;
}>;

export async function updateAccount(tx: Database, id: string, data: AccountChange): Promise<void> {
  await tx.account.update({ where: { id }, data, select: { id: true } });
}

export type NewRegistration = {
  id: string;
  email: string;
  name: string;
  locale: string;
  passwordHash: string;
  next: string | null;
  /** Of the secret in the cookie of the browser that chose. */
  browserHash: string;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
};

/** Earlier links that the same browser asked for end; those of other browsers go on, whoever is behind them. */
export async function insertRegistration(tx: Tx, data: NewRegistration): Promise<void> {
  const { email, browserHash, createdAt } = data;
  await tx.registration.updateMany({
    where: { email, browserHash, usedAt: null },
    data: { usedAt: createdAt },
  });
  await tx.registration.create({ data, select: { id: true } });
}

const registrationSelect = {
  id: true,
  email: true,
  name: true,
  locale: true,
  passwordHash: true,
  next: true,
  browserHash: true,
  expiresAt: true,
  usedAt: true,
} as const;

export async function findRegistration(database: Database, where: { id: string } | { tokenHash: string }) {
  return database.registration.findUnique({ where, select: registrationSelect });
}

/** The latest registration of this browser that waits for its link, of any address or of one. */
export async function findWaitingRegistration(
  database: Database,
  { browserHash, email, now }: { browserHash: string; email?: string; now: Date },
) {
  return database.registration.findFirst({
    where: { browserHash, usedAt: null, expiresAt: { gt: now }, ...(email !== undefined && { email }) },
    select: registrationSelect,
    orderBy: { createdAt: 'desc' },
  });
}

/** The latest registration of an address that waits for its link, whichever browser it came from. */
export async function findLatestRegistration(database: Database, email: string, now: Date) {
  return database.registration.findFirst({
    where: { email, usedAt: null, expiresAt: { gt: now } },
    select: registrationSelect,
    orderBy: { createdAt: 'desc' },
  });
}

export async function moveRegistration(database: Database, id: string, browserHash: string): Promise<void> {
  await database.registration.updateMany({ where: { id, usedAt: null }, data: { browserHash } });
}

/** True for exactly one of any number of parallel callers. */
export async function useRegistration(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.registration.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

export async function closeRegistrations(tx: Tx, email: string, now: Date): Promise<void> {
  await tx.registration.updateMany({ where: { email, usedAt: null }, data: { usedAt: now } });
}

export type NewAccountToken = {
  id: string;
  accountId: string;
  purpose: TokenPurpose;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
};

/** Older links of its kind end. False when it is there already. */
export async function insertToken(tx: Tx, data: NewAccountToken): Promise<boolean> {
  const { id, accountId, purpose, createdAt } = data;
  const { count } = await tx.accountToken.createMany({ data: [data], skipDuplicates: true });
  if (count === 0) return false;
  await tx.accountToken.updateMany({
    where: { accountId, purpose, usedAt: null, id: { not: id } },
    data: { usedAt: createdAt },
  });
  return true;
}

export async function findToken(database: Database, tokenHash: string, purpose: TokenPurpose) {
  return database.accountToken.findFirst({
    where: { tokenHash, purpose },
    select: {
      id: true,
      accountId: true,
      expiresAt: true,
      usedAt: true,
      account: { select: { status: true, emailVerifiedAt: true, ...practices } },
    },
  });
}

/** True for exactly one of any number of parallel callers. */
export async function useToken(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.accountToken.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

/** Ends every link of the account that is still open. */
export async function closeTokens(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.accountToken.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
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

/** What time has ended: sessions, and links after a time in which they are still told from unknown ones. */
export async function deleteEnded(database: Database, now: Date, linksBefore: Date): Promise<void> {
  await database.session.deleteMany({ where: { expiresAt: { lte: now } } });
  await database.accountToken.deleteMany({ where: { expiresAt: { lte: linksBefore } } });
  await database.registration.deleteMany({ where: { expiresAt: { lte: linksBefore } } });
}
