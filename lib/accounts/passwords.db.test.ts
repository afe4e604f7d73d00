import { describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { hashPassword } from '@/lib/server/session/password';
import { newId } from '@/lib/shared/ids';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { addManager, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { answerReset } from './answer-reset';
import { changePassword } from './change-password';
import { linkToken } from './link-token';
import { requestPasswordReset } from './request-password-reset';
import { resetPassword } from './reset-password';
import { signIn } from './sign-in';

const password = 'a calm blue lake';
const passwordHash = await hashPassword(password);
const from = (address = newId()) => ({ address, userAgent: null });
const tryOut = (identifier: string, typed: string, address?: string) =>
  signIn({ identifier, password: typed }, from(address), newId());

const jobsFor = (email: string) =>
  db().$queryRaw<{ data: { requestId: string; email: string } }[]>`
    select data from pgboss.job where name = 'account.reset' and data ->> 'email' = ${email}`;
const mails = (recipient: string) =>
  db().email.findMany({ where: { recipient }, select: { kind: true }, orderBy: { createdAt: 'asc' } });

/** The token of a link for a new password. */
async function resetLink(email: string): Promise<string> {
  const requestId = newId();
  await answerReset({ requestId, email });
  return linkToken(requestId);
}

describe('signing in', () => {
  it('leads to the practice that one has or manages, also with a new password', async () => {
    const isProvider = async (email: string) => {
      const signedIn = await tryOut(email, password);
      return signedIn.ok && signedIn.value.kind === 'session' && signedIn.value.isProvider;
    };
    const [client, manager] = [await makeAccount({ passwordHash }), await makeAccount({ passwordHash })];
    const organisation = await makeOrganisation({ account: { passwordHash } });
    await addManager(organisation, manager);
    expect(await isProvider(client.email)).toBe(false);
    expect(await isProvider(manager.email)).toBe(true);
    expect(await isProvider(organisation.actor.email)).toBe(true);
    const token = await resetLink(manager.email);
    const reset = await resetPassword({ token, newPassword: 'a calmer bluer lake' }, from());
    expect(reset).toMatchObject({ value: { isProvider: true } });
    const { accountId } = manager;
    await db().membership.updateMany({ where: { accountId }, data: { endedAt: new Date() } });
    const signedIn = await tryOut(manager.email, 'a calmer bluer lake');
    expect(signedIn).toMatchObject({ value: { isProvider: false } });
  });

  it('counts failures and only them, so that one’s own password always works', async () => {
    const { email } = await makeAccount({ passwordHash });
    for (let n = 0; n < 30; n += 1) expect((await tryOut(email, password, 'home')).ok).toBe(true);
    for (let n = 0; n < 9; n += 1) await tryOut(email, 'wrong', 'home');
    expect((await tryOut(email, password, 'home')).ok).toBe(true);
  });

  it('shuts a stranger out and not the owner', async () => {
    const { email } = await makeAccount({ passwordHash });
    for (let n = 0; n < 12; n += 1) await tryOut(email, 'wrong', 'of Mallory');
    expect(await tryOut(email, password, 'of Mallory')).toMatchObject({
      error: { code: 'common.rateLimited' },
    });
    expect((await tryOut(email, password, 'of the owner')).ok).toBe(true);
  });

  it('allows a hundred failures an hour from anywhere, and parallel ones count too', async () => {
    const email = `${newId()}@example.com`;
    const results = await Promise.all(
      Array.from({ length: 110 }, (_, index) => tryOut(email, 'wrong', `address ${newId()} ${index % 30}`)),
    );
    const codes = results.map((result) => (result.ok ? 'ok' : result.error.code));
    expect(codes.filter((code) => code === 'auth.wrongCredentials')).toHaveLength(100);
    expect(codes.filter((code) => code === 'common.rateLimited')).toHaveLength(10);
  });
});

describe('signing in while strangers try', () => {
  it('works where the account is signed in, and not elsewhere', async () => {
    const { email } = await makeAccount({ passwordHash });
    expect((await tryOut(email, password, '198.51.100.7')).ok).toBe(true);
    await Promise.all(
      Array.from({ length: 110 }, (_, index) => tryOut(email, 'wrong', `203.0.113.${index % 30}`)),
    );
    expect((await tryOut(email, password, '198.51.100.7')).ok).toBe(true);
    const limited = { error: { code: 'common.rateLimited' } };
    expect(await tryOut(email, password, '198.51.100.8')).toMatchObject(limited);
  });

  it('counts a whole IPv6 network as one', async () => {
    const { email } = await makeAccount({ passwordHash });
    for (let n = 0; n < 10; n += 1) await tryOut(email, 'wrong', `2001:db8:1:2::${n}`);
    const limited = { error: { code: 'common.rateLimited' } };
    expect(await tryOut(email, password, '2001:db8:1:2:ffff::1')).toMatchObject(limited);
    expect((await tryOut(email, password, '2001:db8:1:3::1')).ok).toBe(true);
  });
});

describe('a new password', () => {
  it('by the settings ends open links and other sessions, and its owner is told', async () => {
    const actor = await makeAccount({ passwordHash });
    const link = await resetLink(actor.email);
    const input = { currentPassword: password, newPassword: 'the quick brown fox' };
    expect((await changePassword(actor, input)).ok).toBe(true);
    expect(await resetPassword({ token: link, newPassword: password }, from())).toMatchObject({
      error: { code: 'auth.linkUsed' },
    });
    expect((await mails(actor.email)).map(({ kind }) => kind)).toEqual([
      'account.reset_password',
      'account.password_changed',
    ]);
    expect(await changePassword(anonymous, input)).toMatchObject({ error: { code: 'auth.signInRequired' } });
  });

  it('by a link ends every other link and session', async () => {
    const { email, accountId } = await makeAccount({ passwordHash });
    await tryOut(email, password);
    const link = await resetLink(email);
    const changing = await db().accountToken.create({
      data: {
        accountId,
        purpose: 'change_email',
        tokenHash: newId(),
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    expect((await resetPassword({ token: link, newPassword: 'the quick brown fox' }, from())).ok).toBe(true);
    const { usedAt } = await db().accountToken.findUniqueOrThrow({ where: { id: changing.id } });
    expect(usedAt).not.toBeNull();
    expect(await db().session.count({ where: { accountId } })).toBe(1);
    expect((await mails(email)).at(-1)).toEqual({ kind: 'account.password_changed' });
  });

  it('is asked for by the same single job, whether the address is known or not', async () => {
    const { email } = await makeAccount({ passwordHash });
    const unknown = `${newId()}@example.com`;
    for (const address of [email, unknown]) {
      expect(await requestPasswordReset({ email: address, next: null }, from())).toEqual({
        ok: true,
        value: { email: address },
      });
      const jobs = await jobsFor(address);
      expect(jobs).toHaveLength(1);
      for (const { data } of [...jobs, ...jobs]) await answerReset(data);
    }
    expect(await mails(email)).toEqual([{ kind: 'account.reset_password' }]);
    expect(await mails(unknown)).toEqual([]);
  });

  it('leads on to where one was going', async () => {
    const { email } = await makeAccount({ passwordHash });
    await requestPasswordReset({ email, next: '/en/book/1' }, from());
    for (const { data } of await jobsFor(email)) await answerReset(data);
    expect(await db().email.findFirstOrThrow({ where: { recipient: email } })).toMatchObject({
      params: { next: '/en/book/1' },
    });
  });

  it('is mailed three times an hour at most, with the same answer beyond', async () => {
    const email = `${newId()}@example.com`;
    for (let n = 0; n < 5; n += 1)
      expect((await requestPasswordReset({ email, next: null }, from())).ok).toBe(true);
    expect(await jobsFor(email)).toHaveLength(3);
  });

  it('verifies nothing: an address that nobody has verified gets no link', async () => {
    const { email } = await makeAccount({ passwordHash, isVerified: false });
    await resetLink(email);
    expect(await mails(email)).toEqual([]);
  });
});
