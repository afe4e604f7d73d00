import { describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { stripeForTests } from '@/prisma/test-services';
import { completeOnboardingForm } from '@/sandbox/testing/hosted-pages';
import { refreshConnectAccount } from './refresh-account';
import { findConnectAccount, insertConnectAccount, listIncomplete } from './repository';
import { startOnboarding } from './start-onboarding';
import { sweepAccounts } from './sweep-accounts';

const stripe = stripeForTests();

const addresses = { returnUrl: 'http://localhost:3000/back', refreshUrl: 'http://localhost:3000/again' };

describe('onboarding', () => {
  it('opens one account, in the country of the provider, and is complete only when the service says so', async () => {
    const { actor, providerId } = await makeSpecialist({ provider: { country: 'DE' } });
    const first = await startOnboarding(actor, addresses);
    if (!first.ok) throw new Error(first.error.code);
    expect((await startOnboarding(actor, addresses)).ok).toBe(true);
    const before = await findConnectAccount(db(), providerId);
    expect(before).toMatchObject({ transfersActive: false, detailsComplete: false });
    const id = before?.stripeAccountId ?? '';
    expect((await stripeGateway().retrieveRecipientAccount(id)).country?.toUpperCase()).toBe('DE');
    await completeOnboardingForm(first.value.url);
    expect((await findConnectAccount(db(), providerId))?.transfersActive).toBe(false);
    await refreshConnectAccount(id, new Date());
    expect(await findConnectAccount(db(), providerId)).toMatchObject({
      transfersActive: true,
      detailsComplete: true,
    });
  });

  it('is found complete within the hour though nobody told, and one that is not stays open', async () => {
    const begun: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const { actor, providerId } = await makeSpecialist();
      const started = await startOnboarding(actor, addresses);
      if (!started.ok) throw new Error(started.error.code);
      if (count === 0) await completeOnboardingForm(started.value.url);
      begun.push(providerId);
    }
    expect(await sweepAccounts(new Date())).toBe(0);
    const [complete, open] = await Promise.all(begun.map((id) => findConnectAccount(db(), id)));
    expect(complete).toMatchObject({ transfersActive: true, detailsComplete: true });
    expect(open).toMatchObject({ transfersActive: false });
    expect(open?.requirements).not.toEqual([]);
    const left = await listIncomplete(db(), 10, []);
    expect(left.map(({ id }) => id)).toContain(open?.stripeAccountId);
    expect(left.map(({ id }) => id)).not.toContain(complete?.stripeAccountId);
  });

  it('whose account could not be made is tried anew an hour later, though a fault is repeated for its key', async () => {
    const { actor, providerId } = await makeSpecialist();
    await stripe.control('fail', { method: 'POST', path: '/v2/core/accounts', mode: 'error', count: 1 });
    await expect(startOnboarding(actor, addresses)).rejects.toThrow();
    await expect(startOnboarding(actor, addresses)).rejects.toThrow();
    await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 3_600_000 } });
    expect((await startOnboarding(actor, addresses)).ok).toBe(true);
    expect(await findConnectAccount(db(), providerId)).not.toBeNull();
    await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
  });

  it('of an account that the payment service does not know any more is no fault each hour, and pays nothing', async () => {
    const { actor, providerId } = await makeSpecialist();
    await insertConnectAccount(db(), providerId, `acct_gone${providerId.slice(-8)}`, new Date());
    await db().connectAccount.update({ where: { providerId }, data: { transfersActive: true } });
    expect(await sweepAccounts(new Date())).toBe(0);
    expect(await findConnectAccount(db(), providerId)).toMatchObject({
      transfersActive: false,
      detailsComplete: false,
    });
    expect(await startOnboarding(actor, addresses)).toMatchObject({
      error: { code: 'payment.serviceUnavailable' },
    });
  });

  it('is not there for an account that offers nothing', async () => {
    expect(await startOnboarding(await makeAccount(), addresses)).toMatchObject({
      error: { code: 'common.notFound' },
    });
  });
});
