import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { PlanJourney, toMinute } from '@/prisma/test-plan';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { cancelPlan } from './cancel-plan';
import { sweepPlans } from './jobs';

const stripe = stripeForTests();
let journey: PlanJourney;

/** A month was paid; the card refuses the second. */
beforeEach(async () => {
  await PlanJourney.forget(stripe);
  journey = await PlanJourney.start(stripe);
  await journey.subscribe('basic_plus');
  await journey.changeCard('4000000000000341');
  await journey.moveTo(new Date('2030-04-01T10:01:00Z'));
  await journey.settle();
});

const openInvoice = () =>
  db().planInvoice.findFirstOrThrow({ where: { providerId: journey.providerId, status: 'open' } });

describe('a renewal that was not paid', () => {
  it('keeps the plan for seven days, with a mail at once and one after four', async () => {
    const late = await journey.subscription();
    expect([late?.status, toMinute(late?.pastDueSince)]).toEqual(['past_due', '2030-04-01T10:00']);
    expect(await journey.plan()).toBe('basic_plus');
    expect(await journey.mails()).toEqual(['started', 'pastDue']);
    await journey.moveTo(new Date('2030-04-05T10:01:00Z'));
    await journey.settle();
    await journey.settle();
    expect(await journey.mails()).toEqual(['started', 'pastDue', 'reminder']);
    await journey.moveTo(new Date('2030-04-08T09:59:59Z'));
    await journey.settle();
    expect(await journey.plan()).toBe('basic_plus');
  });

  it('ends at the seventh day, and the open invoice with it', async () => {
    await journey.moveTo(new Date('2030-04-08T10:01:00Z'));
    await journey.settle();
    expect(await journey.plan()).toBe('basic');
    const row = await journey.subscription();
    expect(row).toMatchObject({ status: 'ended', pastDueSince: null });
    expect((await journey.mails()).at(-1)).toBe('fallenBack');
    expect(await stripeGateway().retrieveSubscription(row?.stripeSubscriptionId ?? '')).toMatchObject({
      status: 'ended',
    });
    expect(await db().planInvoice.count({ where: { providerId: journey.providerId, status: 'void' } })).toBe(
      1,
    );
    await journey.settle();
    await journey.pass(60);
    await journey.settle();
    expect(await journey.plan()).toBe('basic');
    expect(await journey.balances()).toMatchObject({ RS: -1900 });
  });

  it.each(['/void', '/v1/subscriptions/'])(
    'ends so also when the call of %s fails at first',
    async (path) => {
      const { stripeInvoiceId } = await openInvoice();
      await journey.moveTo(new Date('2030-04-08T10:01:00Z'));
      const method = path === '/void' ? 'POST' : 'DELETE';
      await stripe.control('fail', { method, path, count: 3, mode: 'error' });
      await expect(sweepPlans()).rejects.toThrow('plans: 1 rows failed');
      await journey.moveTo(new Date('2030-04-08T10:02:00Z'));
      await journey.settle();
      expect(await journey.plan()).toBe('basic');
      expect(await stripeGateway().retrieveInvoice(stripeInvoiceId)).toMatchObject({ status: 'void' });
      await expect(openInvoice()).rejects.toThrow();
    },
  );

  it('recovers by another card', async () => {
    await journey.changeCard('4242424242424242');
    await journey.settle();
    expect(await journey.subscription()).toMatchObject({ status: 'active', pastDueSince: null });
    expect(await journey.balances()).toMatchObject({ RS: -3800 });
    await journey.moveTo(new Date('2030-04-09T10:00:00Z'));
    await journey.settle();
    expect(await journey.plan()).toBe('basic_plus');
  });

  it('recovers by paying the invoice on its page, also when nobody told us before the last day', async () => {
    const { hostedUrl } = await openInvoice();
    await journey.moveTo(new Date('2030-04-08T10:01:00Z'));
    await payCheckout(hostedUrl ?? '');
    await sweepPlans();
    expect(await journey.subscription()).toMatchObject({ status: 'active' });
    await journey.settle();
    expect(await journey.plan()).toBe('basic_plus');
  });

  it('is paid before anything else is changed', async () => {
    for (const result of [await journey.choose('premium'), await cancelPlan(journey.actor)])
      expect(result).toMatchObject({ error: { code: 'plan.pastDue' } });
    expect(await journey.choose('basic')).toMatchObject({ error: { code: 'plan.pastDue' } });
  });
});
