import type { AccountActor, Practice } from '@/lib/access/actor';
import { type Database, db } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { hashToken, newToken } from './token';

export const sessionDays = 30;
const dayMs = 24 * 3600 * 1000;
/** Writing the last visit at each request would make every page a write. */
const seenEveryMs = 5 * 60 * 1000;

export type NewSession = { accountId: string; now: Date; address: string | null; userAgent: string | null };

/** Opens a session and returns the secret for the cookie; the database keeps only its hash. */
export async function openSession(
  database: Database,
  { accountId, now, address, userAgent }: NewSession,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + sessionDays * dayMs);
  await database.session.create({
    data: {
      tokenHash: hashToken(token),
      accountId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      address,
      userAgent: userAgent?.slice(0, 300) ?? null,
    },
    select: { id: true },
  });
  return token;
}

const practiceSelect = { id: true, kind: true, status: true, slug: true } as const;

const actorSelect = {
  id: true,
  actingProviderId: true,
  lastSeenAt: true,
  expiresAt: true,
  account: {
    select: {
      id: true,
      isAdmin: true,
      status: true,
      emailVerifiedAt: true,
      locale: true,
      timeZone: true,
      name: true,
      email: true,
      provider: { select: practiceSelect },
      memberships: {
        where: { endedAt: null },
        select: { role: true, organisation: { select: practiceSelect } },
        orderBy: { since: 'asc' },
      },
    },
  },
} as const satisfies Prisma.SessionSelect;

type ActorRow = Prisma.SessionGetPayload<{ select: typeof actorSelect }>;

/** The practices that an account acts for, its own first, and the one that this browser looks at. */
function practicesOf({ actingProviderId, account: { provider, memberships } }: ActorRow) {
  const practices: Practice[] = [
    ...(provider ? [{ ...provider, role: 'owner' as const }] : []),
    ...memberships
      .filter(({ role }) => role === 'manager')
      .map(({ organisation }) => ({ ...organisation, role: 'manager' as const })),
  ];
  const inView = practices.find(({ id }) => id === actingProviderId) ?? practices[0] ?? null;
  const memberOf = memberships
    .filter(({ role }) => role === 'member')
    .map(({ organisation }) => organisation.id);
  return { provider: inView, practices, memberOf };
}

/**
 * The account behind a cookie, or null when the session ended, expired, its account is no longer active or its address
 * not verified.
 */
export async function findActor(token: string, now: Date): Promise<AccountActor | null> {
  const row = await db().session.findUnique({ where: { tokenHash: hashToken(token) }, select: actorSelect });
  if (!row || row.expiresAt <= now) return null;
  if (row.account.status !== 'active' || !row.account.emailVerifiedAt) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > seenEveryMs) {
    await db().session.updateMany({ where: { id: row.id }, data: { lastSeenAt: now } });
  }
  const { id, isAdmin, locale, timeZone, name, email } = row.account;
  return {
    kind: 'account',
    accountId: id,
    sessionId: row.id,
    isEmailVerified: true,
    isAdmin,
    locale,
    timeZone,
    name,
    email,
    ...practicesOf(row),
  };
}

/** Which practice a browser looks at; whether its account may is read anew with each request. */
export async function actAs(sessionId: string, providerId: string): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId }, data: { actingProviderId: providerId } });
}

/** Whether an account is signed in somewhere at this address. */
export async function hasSessionFrom(
  database: Database,
  accountId: string,
  address: string,
): Promise<boolean> {
  const found = await database.session.findFirst({ where: { accountId, address }, select: { id: true } });
  return found !== null;
}

/** Ends the session of a cookie at once. */
export async function closeSession(token: string): Promise<void> {
  await db().session.deleteMany({ where: { tokenHash: hashToken(token) } });
}
