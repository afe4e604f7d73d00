import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { giveBack, isWithinLimit, networkOf } from '@/lib/server/rate-limit';
import { verifyPassword } from '@/lib/server/session/password';
import { hasSessionFrom, openSession } from '@/lib/server/session/store';
import { hashToken } from '@/lib/server/session/token';
import { newId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import {
  actsForPractice,
  findCredentials,
  findLatestRegistration,
  findWaitingRegistration,
  moveRegistration,
} from './repository';
import { passwordText } from './rules/password';

export type SignInInput = { identifier: string; password: string };
export type Origin = { address: string; userAgent: string | null };
/** A session, or: the password is right and the address waits for its link, which this browser may ask for anew. */
export type SignedIn = { kind: 'session'; token: string; isProvider: boolean } | { kind: 'unverified' };

/** Counts the attempt against network, account from here, account from strange addresses; null when one is too many. */
async function countAttempt(target: string, address: string, isStrange: boolean): Promise<string[] | null> {
  const network = networkOf(address);
  const limits: [key: string, limit: number, seconds: number][] = [
    [`sign-in/address/${network}`, 60, 900],
    [`sign-in/pair/${target}/${network}`, 10, 900],
  ];
  if (isStrange) limits.push([`sign-in/account/${target}`, 100, 3600]);
  for (const [key, limit, seconds] of limits) if (!(await isWithinLimit(key, limit, seconds))) return null;
  return limits.map(([key]) => key);
}

/**
 * Checks e-mail or user name with the password and opens a session. Unknown, wrong and suspended answer alike and take
 * equally long. Failures count, and only they: 10 an account from one network and 60 a network in 15 minutes, 100 an
 * account in an hour from all addresses where it is not signed in, so that a stranger does not lock the owner out.
 */
export async function signIn(
  { identifier, password }: SignInInput,
  origin: Origin,
  browser: string,
): Promise<Result<SignedIn>> {
  const name = identifier.trim();
  const now = await clock();
  const browserHash = hashToken(browser);
  const [found, own, latest] = await Promise.all([
    findCredentials(db(), name),
    findWaitingRegistration(db(), { browserHash, email: name, now }),
    findLatestRegistration(db(), name, now),
  ]);
  const account = found?.emailVerifiedAt ? found : null;
  const waiting = own ?? latest;
  const isStrange = !(await hasSessionFrom(db(), account?.id ?? newId(), origin.address));
  const attempts = await countAttempt(
    account?.id ?? hashToken(name.toLowerCase()),
    origin.address,
    isStrange,
  );
  if (!attempts) return err('common.rateLimited');
  const stored = account ? account.passwordHash : waiting?.passwordHash;
  if (!(await verifyPassword(stored, passwordText(password)))) return err('auth.wrongCredentials');
  if (account && account.status !== 'active') return err('auth.wrongCredentials');
  await giveBack(attempts);
  if (account) {
    const { address, userAgent } = origin;
    const token = await openSession(db(), { accountId: account.id, now, address, userAgent });
    return ok({ kind: 'session', token, isProvider: actsForPractice(account) });
  }
  if (waiting) await moveRegistration(db(), waiting.id, browserHash);
  return ok({ kind: 'unverified' });
}
