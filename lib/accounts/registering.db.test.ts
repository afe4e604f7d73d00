import { describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { verifyPassword } from '@/lib/server/session/password';
import { findActor, openSession } from '@/lib/server/session/store';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { answerRegistration } from './answer-registration';
import { linkToken } from './link-token';
import { registerAccount } from './register-account';
import { resendVerification } from './resend-verification';
import { signIn } from './sign-in';
import { verifyEmail } from './verify-email';

const victims = 'a calm blue lake';
const mallorys = 'the quick brown fox';
const newEmail = () => `${newId()}@example.com`;
const from = (address = newId()) => ({ address, userAgent: null });
const opener = (browser: string | undefined) => ({ ...from(), browser, locale: 'de' });

/** Registers from a browser and returns the token of the link, or null when no mail was asked for. */
async function register(email: string, browser: string, password = victims, name = 'Marina Lopez') {
  const before = await db().registration.findMany({ where: { email }, select: { id: true } });
  const chosen = { email, name, password, locale: 'en' as const, next: '/en/book/1' };
  const input = { ...chosen, terms: 'on' as const };
  expect((await registerAccount(input, from(), browser)).ok).toBe(true);
  const made = await db().registration.findFirst({
    where: { email, id: { notIn: before.map(({ id }) => id) } },
  });
  return made && linkToken(made.id);
}

const accountOf = (email: string) => db().account.findUnique({ where: { email } });
const token = (result: Awaited<ReturnType<typeof verifyEmail>>) => (result.ok ? result.value.token : '');

describe('registering', () => {
  it('makes nothing but a waiting registration; the link in the same browser makes the account', async () => {
    const email = newEmail();
    const link = await register(email, 'a browser');
    expect(await accountOf(email)).toBeNull();
    const verified = await verifyEmail({ token: link ?? '' }, opener('a browser'));
    expect(await findActor(token(verified), new Date())).toMatchObject({
      email,
      name: 'Marina Lopez',
      locale: 'en',
      timeZone: null,
      isEmailVerified: true,
    });
    expect(await signIn({ identifier: email, password: victims }, from(), 'x')).toMatchObject({
      ok: true,
      value: { kind: 'session' },
    });
  });

  it('gives nobody an account that somebody else has prepared, whoever registers last', async () => {
    for (const isMalloryLast of [false, true]) {
      const email = newEmail();
      const order = [
        () => register(email, 'browser of Mallory', mallorys, 'Mallory'),
        () => register(email, 'browser of the victim'),
      ];
      const links = [];
      for (const step of isMalloryLast ? order.toReversed() : order) links.push(await step());
      const [mallorysLink, victimsLink] = isMalloryLast ? links.toReversed() : links;
      const opened = await verifyEmail({ token: mallorysLink ?? '' }, opener('browser of the victim'));
      expect(opened).toMatchObject({
        error: { fields: { name: 'account.nameMissing', newPassword: 'common.required' } },
      });
      expect(await accountOf(email)).toBeNull();
      expect((await verifyEmail({ token: victimsLink ?? '' }, opener('browser of the victim'))).ok).toBe(
        true,
      );
      const account = await accountOf(email);
      expect(account?.name).toBe('Marina Lopez');
      expect(await verifyPassword(account?.passwordHash, victims)).toBe(true);
      expect(
        await signIn({ identifier: email, password: mallorys }, from(), 'browser of Mallory'),
      ).toMatchObject({
        error: { code: 'auth.wrongCredentials' },
      });
      expect(await verifyEmail({ token: mallorysLink ?? '' }, opener('browser of Mallory'))).toMatchObject({
        error: { code: 'auth.linkUsed' },
      });
    }
  });

  it('keeps of a stranger’s link only what is chosen when it is opened', async () => {
    const email = newEmail();
    const link = await register(email, 'browser of Mallory', mallorys, 'Mallory');
    const choice = { token: link ?? '', name: 'Marina Lopez', newPassword: victims };
    expect(await verifyEmail({ ...choice, newPassword: 'short' }, opener(undefined))).toMatchObject({
      error: { fields: { newPassword: 'account.passwordTooShort' } },
    });
    expect((await verifyEmail(choice, opener(undefined))).ok).toBe(true);
    const account = await accountOf(email);
    expect(account).toMatchObject({ name: 'Marina Lopez', locale: 'de' });
    expect(await verifyPassword(account?.passwordHash, mallorys)).toBe(false);
  });

  it('takes an account over that was made before and never verified, and signs everybody else out', async () => {
    const email = newEmail();
    const old = await makeAccount({ email, isVerified: false, name: 'Mallory', passwordHash: 'of Mallory' });
    const now = new Date();
    const session = { accountId: old.accountId, now, address: null, userAgent: null };
    const theirs = await openSession(db(), session);
    expect(await findActor(theirs, now)).toBeNull();
    const link = await register(email, 'a browser');
    expect((await verifyEmail({ token: link ?? '' }, opener('a browser'))).ok).toBe(true);
    expect(await findActor(theirs, now)).toBeNull();
    expect(await accountOf(email)).toMatchObject({ id: old.accountId, name: 'Marina Lopez', timeZone: null });
  });

  it('makes one account of two links that are opened at one moment', async () => {
    const email = newEmail();
    const links = [await register(email, 'one'), await register(email, 'two')];
    const results = await Promise.all([
      verifyEmail({ token: links[0] ?? '' }, opener('one')),
      verifyEmail({ token: links[1] ?? '' }, opener('two')),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const account = await accountOf(email);
    expect(await db().session.count({ where: { accountId: account?.id ?? '' } })).toBe(1);
  });

  it('refuses links that are unknown, over or used', async () => {
    const email = newEmail();
    const link = (await register(email, 'a browser')) ?? '';
    expect(await verifyEmail({ token: 'x'.repeat(43) }, opener('a browser'))).toMatchObject({
      error: { code: 'auth.linkInvalid' },
    });
    await db().registration.updateMany({ where: { email }, data: { expiresAt: addHours(new Date(), -1) } });
    expect(await verifyEmail({ token: link }, opener('a browser'))).toMatchObject({
      error: { code: 'auth.linkExpired' },
    });
    await db().registration.updateMany({ where: { email }, data: { expiresAt: addHours(new Date(), 1) } });
    expect((await verifyEmail({ token: link }, opener('a browser'))).ok).toBe(true);
    expect(await verifyEmail({ token: link }, opener('a browser'))).toMatchObject({
      error: { code: 'auth.linkUsed' },
    });
  });
});

describe('the mail after registering', () => {
  const mails = (recipient: string) =>
    db().email.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } });
  const answerAll = async (email: string) => {
    for (const { id } of await db().registration.findMany({ where: { email } }))
      for (const _ of [1, 2]) await answerRegistration({ registrationId: id });
  };

  it('brings the link to a new address, and the way to go on', async () => {
    const email = newEmail();
    await register(email, 'a browser');
    await answerAll(email);
    expect(await mails(email)).toMatchObject([
      { kind: 'account.verify_email', locale: 'en', params: { next: '/en/book/1' } },
    ]);
  });

  it('tells the owner of a known address, whose account stays as it is', async () => {
    const { email, accountId } = await makeAccount({ locale: 'ru' });
    const link = await register(email, 'a browser');
    await answerAll(email);
    expect(await mails(email)).toMatchObject([
      { kind: 'account.already_registered', locale: 'ru', accountId },
    ]);
    expect(await verifyEmail({ token: link ?? '' }, opener('a browser'))).toMatchObject({
      error: { code: 'auth.linkUsed' },
    });
    expect(await accountOf(email)).toMatchObject({ name: 'Marina Lopez', passwordHash: null });
  });

  it('comes at most three times an hour, also when the link is asked for anew', async () => {
    const email = newEmail();
    await register(email, 'a browser');
    expect((await resendVerification('a browser', null)).ok).toBe(true);
    expect(await db().registration.count({ where: { email, usedAt: null } })).toBe(1);
    await register(email, 'another');
    expect(await register(email, 'yet another')).toBeNull();
    expect((await resendVerification('a browser', null)).ok).toBe(true);
    expect((await resendVerification(undefined, null)).ok).toBe(true);
    expect(await db().registration.count({ where: { email } })).toBe(3);
  });
});

describe('signing in before the address is verified', () => {
  it('opens no session, but lets this browser ask for the link', async () => {
    const email = newEmail();
    const link = await register(email, 'a desk');
    expect(await signIn({ identifier: email, password: victims }, from(), 'a phone')).toEqual({
      ok: true,
      value: { kind: 'unverified' },
    });
    expect((await resendVerification('a phone', null)).ok).toBe(true);
    expect(await verifyEmail({ token: link ?? '' }, opener('a desk'))).toMatchObject({
      error: { code: 'auth.linkUsed' },
    });
    expect(await signIn({ identifier: email, password: mallorys }, from(), 'a phone')).toMatchObject({
      error: { code: 'auth.wrongCredentials' },
    });
  });
});
