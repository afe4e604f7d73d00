import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { loadOwnPlan } from '@/lib/plans/subscriptions/loaders';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { PlanJourney } from '@/prisma/test-plan';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { endClosedAccounts } from './jobs';
import { measureProvider } from './measure-provider';

const stripe = stripeForTests();
let journey: PlanJourney;
beforeEach(async () => {
  await PlanJourney.forget(stripe);
  journey = await PlanJourney.start(stripe);
});

async function close(): Promise<void> {
  const admin = await makeAccount({ isAdmin: true });
  const { providerId } = journey;
  expect((await measureProvider(admin, { providerId, kind: 'closed', reason: 'Terms, 4.2.' })).ok).toBe(true);
  for (const _ of ['once', 'twice']) await endClosedAccounts();
}

it('of a closed account nothing more is charged for its plan', async () => {
  await journey.subscribe('basic_plus');
  await close();
  expect(await journey.plan()).toBe('basic');
  for (const _ of ['a month', 'another']) {
    await journey.pass(35);
    await journey.settle();
  }
  expect(await journey.subscription()).toMatchObject({ status: 'ended' });
  expect(await journey.balances()).toMatchObject({ RS: -1900 });
  expect(await journey.mails()).toEqual(['started']);
});

it('nor what is owed for it', async () => {
  await journey.subscribe('basic_plus');
  await journey.changeCard('4000000000000341');
  await journey.moveTo(new Date('2030-04-01T10:01:00Z'));
  await journey.settle();
  await close();
  await journey.settle();
  const { providerId } = journey;
  const invoices = await db().planInvoice.findMany({ where: { providerId }, orderBy: { issuedAt: 'asc' } });
  expect(invoices.map(({ status }) => status)).toEqual(['paid', 'void']);
});

it('what it has chosen cannot be paid any more, and it chooses nothing else', async () => {
  const chosen = await journey.choose('premium');
  if (!chosen.ok || !chosen.value.url) throw new Error('no page');
  await close();
  await payCheckout(chosen.value.url);
  await journey.settle();
  expect(await journey.subscription()).toMatchObject({ status: 'ended', stripeSubscriptionId: null });
  expect(await journey.choose('premium')).toMatchObject({ error: { code: 'provider.suspended' } });
  const { actor } = journey;
  if (!actor.provider) throw new Error('no practice');
  expect((await loadOwnPlan({ ...actor, provider: actor.provider })).choices).toEqual([]);
});

it('what was paid on its page just before it was closed is ended as well', async () => {
  await journey.pay('premium');
  await close();
  const row = await journey.subscription();
  expect(row).toMatchObject({ status: 'ended' });
  expect(await stripeGateway().retrieveSubscription(row?.stripeSubscriptionId ?? '')).toMatchObject({
    status: 'ended',
  });
});
