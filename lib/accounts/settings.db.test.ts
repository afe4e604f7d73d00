import { describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { findActor, openSession } from '@/lib/server/session/store';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { changeSettings } from './change-settings';
import { confirmTimeZone } from './confirm-time-zone';
import { endSession } from './end-session';
import { sweepAccounts } from './jobs';
import { listOwnSessions } from './list-own-sessions';
import { signOut } from './sign-out';

const now = new Date();
const open = (accountId: string) => openSession(db(), { accountId, now, address: null, userAgent: null });

describe('own settings', () => {
  it('are changed by their owner', async () => {
    const actor = await makeAccount({ timeZone: null });
    expect((await confirmTimeZone(actor, { timeZone: 'Europe/Kyiv' })).ok).toBe(true);
    const input = { name: 'Éva', locale: 'ru' as const, timeZone: 'Asia/Tokyo' };
    expect((await changeSettings(actor, input)).ok).toBe(true);
    expect(await db().account.findUnique({ where: { id: actor.accountId } })).toMatchObject(input);
    for (const refused of [
      await changeSettings(anonymous, input),
      await confirmTimeZone(anonymous, input),
      await endSession(anonymous, { sessionId: newId() }),
    ])
      expect(refused).toMatchObject({ error: { code: 'auth.signInRequired' } });
  });

  it('end a session of one’s own, and no other', async () => {
    const [mine, theirs] = [await makeAccount(), await makeAccount()];
    const token = await open(mine.accountId);
    const actor = await findActor(token, now);
    const [session] = actor ? await listOwnSessions(actor) : [];
    expect(session).toMatchObject({ isThis: true });
    const sessionId = session?.id ?? '';
    expect(await endSession(theirs, { sessionId })).toMatchObject({ error: { code: 'common.notFound' } });
    expect((await endSession(mine, { sessionId })).ok).toBe(true);
    expect(await findActor(token, now)).toBeNull();
  });

  it('signing out ends the session of the cookie', async () => {
    const { accountId } = await makeAccount();
    const token = await open(accountId);
    await signOut(token);
    await signOut(undefined);
    expect(await findActor(token, now)).toBeNull();
  });
});

describe('the daily sweep', () => {
  it('takes out what has ended, and leaves what counts', async () => {
    const { accountId } = await makeAccount();
    const token = await open(accountId);
    const link = (days: number) => ({
      accountId,
      purpose: 'reset_password' as const,
      tokenHash: newId(),
      expiresAt: addHours(now, 24 * days),
    });
    const registration = (days: number) => ({
      email: 'sweep@example.com',
      name: 'A',
      locale: 'en',
      passwordHash: '',
      browserHash: '',
      tokenHash: newId(),
      expiresAt: addHours(now, 24 * days),
    });
    await db().session.create({ data: { accountId, tokenHash: newId(), expiresAt: addHours(now, -1) } });
    await db().accountToken.createMany({ data: [link(-8), link(-1), link(1)] });
    await db().registration.createMany({ data: [registration(-8), registration(-1), registration(1)] });
    await db().rateLimit.createMany({
      data: [
        { key: 'sweep/old', count: 3, windowStart: addHours(now, -25) },
        { key: 'sweep/new', count: 3, windowStart: addHours(now, -23) },
      ],
    });
    await sweepAccounts();
    expect(await db().session.count({ where: { accountId } })).toBe(1);
    expect(await findActor(token, now)).not.toBeNull();
    expect(await db().accountToken.count({ where: { accountId } })).toBe(2);
    expect(await db().registration.count({ where: { email: 'sweep@example.com' } })).toBe(2);
    const counters = await db().rateLimit.findMany({ where: { key: { startsWith: 'sweep/' } } });
    expect(counters.map(({ key }) => key)).toEqual(['sweep/new']);
  });
});
