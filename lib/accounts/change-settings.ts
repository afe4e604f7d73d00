import type { Actor } from '@/lib/access/actor';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { hashPassword, verifyPassword } from '@/lib/server/session/password';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { checkPassword, passwordText } from './rules/password';
import { deleteSession, deleteSessionsExcept, findAccount, listSessions, updateAccount } from './repository';
import type { PasswordInput, SettingsInput } from './schema';

/** Name, language of mails and pages, and time zone. */
export async function changeSettings(actor: Actor, input: SettingsInput): Promise<Result<undefined>> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  await updateAccount(db(), actor.accountId, input);
  return ok();
}

/** The first step after registering: the zone is confirmed by the person, never taken silently. */
export async function confirmTimeZone(actor: Actor, input: { timeZone: string }): Promise<Result<undefined>> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  await updateAccount(db(), actor.accountId, { timeZone: input.timeZone });
  return ok();
}

/** Needs the present password; every other session ends. */
export async function changePassword(actor: Actor, input: PasswordInput): Promise<Result<undefined>> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  if (!(await isWithinLimit(`password/${actor.accountId}`, 10, 900))) return err('common.rateLimited');
  const account = await findAccount(db(), actor.accountId);
  if (!(await verifyPassword(account?.passwordHash, passwordText(input.currentPassword)))) {
    return fieldErrors({ currentPassword: 'account.passwordWrong' });
  }
  const password = checkPassword(input.newPassword, { email: actor.email, name: actor.name });
  if (!password.ok) return fieldErrors({ newPassword: password.error.code });
  const passwordHash = await hashPassword(password.value);
  await inTransaction(async (tx) => {
    await updateAccount(tx, actor.accountId, { passwordHash });
    await deleteSessionsExcept(tx, actor.accountId, actor.sessionId);
  });
  return ok();
}

/** Signs another device out at once. */
export async function endSession(actor: Actor, input: { sessionId: string }): Promise<Result<undefined>> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  return (await deleteSession(db(), actor.accountId, input.sessionId)) ? ok() : err('common.notFound');
}

export type SessionView = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  isThis: boolean;
};

/** Where the account is signed in, the latest first. */
export async function listOwnSessions(actor: Actor): Promise<SessionView[]> {
  if (actor.kind !== 'account') return [];
  const rows = await listSessions(db(), actor.accountId, await clock());
  return rows.map((row) => ({ ...row, isThis: row.id === actor.sessionId }));
}
