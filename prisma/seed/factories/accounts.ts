import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';

export type AccountSeed = {
  id?: string;
  email?: string;
  name?: string;
  userName?: string;
  locale?: string;
  timeZone?: string | null;
  passwordHash?: string | null;
  isVerified?: boolean;
  isAdmin?: boolean;
  isDemo?: boolean;
  stripeCustomerId?: string;
  createdAt?: Date;
};

/** An account that can sign in and book, unless told otherwise. */
export async function makeAccount(seed: AccountSeed = {}): Promise<AccountActor> {
  const {
    id = newId(),
    isVerified = true,
    createdAt = new Date(),
    timeZone = 'Europe/Paris',
    ...data
  } = seed;
  const account = await db().account.create({
    data: {
      id,
      email: `${id}@example.com`,
      name: 'Marina Lopez',
      locale: 'en',
      ...data,
      timeZone,
      createdAt,
      emailVerifiedAt: isVerified ? createdAt : null,
    },
  });
  return {
    kind: 'account',
    accountId: account.id,
    sessionId: newId(),
    isAdmin: account.isAdmin,
    isEmailVerified: isVerified,
    locale: account.locale,
    timeZone: account.timeZone,
    name: account.name,
    email: account.email,
    provider: null,
    practices: [],
    memberOf: [],
  };
}
