import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { WebhookEvent } from '@/lib/server/stripe/webhook-event';
import { PlanJourney, toMinute } from '@/prisma/test-plan';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { sweepPlans } from './jobs';

const stripe = stripeForTests();
beforeEach(() => PlanJourney.forget(stripe));

/** Events about the plan itself; those about its intent and charge move nothing here. */
const planEvents = [
  'customer.subscription.created',
  'invoice.created',
  'invoice.paid',
  'checkout.session.completed',
  'payment_intent.succeeded',
];

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((one, index) =>
    permutations([...list.slice(0, index), ...list.slice(index + 1)]).map((rest) => [one, ...rest]),
  );
}

async function stateOf(journey: PlanJourney) {
  const row = await journey.subscription();
  const invoices = await db().planInvoice.findMany({
    where: { providerId: journey.providerId },
    select: { status: true, netAmount: true, vatAmount: true, stripeFee: true },
  });
  return {
    plan: await journey.plan(),
    status: row?.status,
    startedAt: toMinute(row?.startedAt),
    periodEnd: toMinute(row?.periodEnd),
    invoices,
    balances: await journey.balances(),
    mails: await journey.mails(),
  };
}

describe('what the payment service says of a plan that was bought', () => {
  it('ends the same in every order, with each event told twice', async () => {
    const orders = permutations(planEvents);
    let first: Awaited<ReturnType<typeof stateOf>> | undefined;
    for (const order of orders) {
      await PlanJourney.forget(stripe);
      const journey = await PlanJourney.start(stripe);
      await journey.pay('basic_plus');
      const events = await journey.news();
      const pick = (type: string): WebhookEvent[] => events.filter((event) => event.type === type);
      const told = order.flatMap(pick);
      expect(told.length).toBeGreaterThanOrEqual(planEvents.length);
      await journey.tell(told.flatMap((event) => [event, event]));
      const state = await stateOf(journey);
      first ??= state;
      expect(state).toEqual(first);
    }
    expect(first).toMatchObject({
      plan: 'basic_plus',
      status: 'active',
      invoices: [{ status: 'paid', netAmount: 1900, vatAmount: 361, stripeFee: 59 }],
      balances: { SP: 2202, XF: 59, RS: -1900, VO: -361 },
      mails: ['started'],
    });
  }, 120_000);

  it('three days late is the same: the end of a period, and the days of grace', async () => {
    const journey = await PlanJourney.start(stripe);
    await journey.pay('basic_plus');
    await journey.pass(3);
    await journey.settle();
    expect(await stateOf(journey)).toMatchObject({
      startedAt: '2030-03-01T10:00',
      periodEnd: '2030-04-01T10:00',
    });
    await journey.changeCard('4000000000000341');
    await journey.moveTo(new Date('2030-04-04T12:00:00Z'));
    await journey.settle();
    const late = await journey.subscription();
    expect([late?.status, toMinute(late?.pastDueSince)]).toEqual(['past_due', '2030-04-01T10:00']);
  });

  it('of a subscription that is not ours is heard and passed over', async () => {
    const { id: customerId } = await stripeGateway().createCustomer({
      key: 'else',
      email: 'else@example.com',
      name: 'Somebody Else',
      locale: 'en',
      metadata: {},
    });
    const journey = await PlanJourney.start(stripe);
    await journey.choose('basic_plus');
    const foreign = await stripeGateway().openPlanCheckout({
      key: 'else',
      customerId,
      locale: 'en',
      successUrl: 'http://localhost/a',
      cancelUrl: 'http://localhost/b',
      metadata: {},
      priceId: await stripeGateway().ensurePlanPrice({
        planCode: 'else',
        name: 'Else',
        fee: { amount: 500, currency: 'EUR' },
        interval: 'month',
      }),
      taxRateId: null,
    });
    await payCheckout(foreign.url ?? '');
    await journey.tell();
    expect(await db().webhookEvent.count({ where: { status: { not: 'processed' } } })).toBe(0);
    expect(await journey.subscription()).toMatchObject({ status: 'pending' });
  });
});

describe('a year that was paid ahead', () => {
  it('is earned month by month: eleven times 136.58 and 136.62', async () => {
    const journey = await PlanJourney.start(stripe);
    await journey.subscribe('premium_plus');
    expect(await journey.balances()).toMatchObject({ DF: -163_900, VO: -31_141 });
    await journey.moveTo(new Date('2030-04-01T09:59:00Z'));
    await sweepPlans();
    expect(await journey.balances()).not.toHaveProperty('RS');
    await journey.moveTo(new Date('2030-04-01T10:01:00Z'));
    await sweepPlans();
    await sweepPlans();
    expect(await journey.balances()).toMatchObject({ DF: -150_242, RS: -13_658 });
    await journey.moveTo(new Date('2031-02-28T10:01:00Z'));
    await sweepPlans();
    expect(await journey.balances()).toMatchObject({ DF: -13_662, RS: -150_238 });
    await journey.moveTo(new Date('2031-03-01T10:01:00Z'));
    await sweepPlans();
    const rows = await db().ledgerTransaction.findMany({
      where: { providerId: journey.providerId, externalRef: { startsWith: 'E15:' } },
      orderBy: { occurredAt: 'asc' },
    });
    expect(rows).toHaveLength(12);
    expect(toMinute(rows[1]?.occurredAt)).toBe('2030-05-01T10:00');
    expect(await journey.balances()).toMatchObject({ RS: -163_900 });
    expect(await journey.balances()).not.toHaveProperty('DF');
  });

  it('what was paid becomes available after two days, once', async () => {
    const journey = await PlanJourney.start(stripe);
    await journey.subscribe('basic_plus');
    expect(await journey.balances()).toMatchObject({ SP: 2202 });
    await journey.pass(2.01);
    await sweepPlans();
    await sweepPlans();
    expect(await journey.balances()).toMatchObject({ SA: 2202 });
  });
});
