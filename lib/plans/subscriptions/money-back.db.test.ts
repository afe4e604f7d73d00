import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { PlanJourney } from '@/prisma/test-plan';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: PlanJourney;
beforeEach(async () => {
  await PlanJourney.forget(stripe);
  journey = await PlanJourney.start(stripe);
});

/** The bank of whoever pays for a plan disputes its only charge. */
async function disputed(): Promise<string> {
  await journey.subscribe('basic_plus');
  for await (const { sourceId } of stripeGateway().listBalanceTransactions({})) {
    const raised = await stripe.control('disputes', { charge: sourceId });
    await journey.settle();
    return (raised as { id: string }).id;
  }
  throw new Error('nothing was charged');
}

const close = async (dispute: string, status: 'won' | 'lost') => {
  await stripe.control('disputes/close', { dispute, status });
  await journey.settle();
};

/** What the ledger has of the movements that the payment service knows now, against those. */
async function expectAllBooked(): Promise<void> {
  for await (const { id, net } of stripeGateway().listBalanceTransactions({})) {
    const lines = await db().ledgerLine.findMany({
      where: { transaction: { externalRef: id }, account: { in: ['SP', 'SA'] } },
    });
    expect([id, lines.reduce((sum, { amount }) => sum + Number(amount), 0)]).toEqual([id, net]);
  }
}

const lossOf = async (dispute: string) => {
  const lines = await db().ledgerLine.findMany({
    where: { transaction: { externalRef: `E13:lost:${dispute}` } },
    orderBy: { account: 'asc' },
  });
  return lines.map(({ account, amount }) => [account, Number(amount)]);
};

it('the charge of a plan that a bank disputes is booked, so that nobody’s payout waits for it', async () => {
  await disputed();
  await expectAllBooked();
});

it('won, it is back; told twice it is booked once', async () => {
  const id = await disputed();
  await close(id, 'won');
  await journey.tell(await stripeGateway().listEvents({ since: new Date(0), undelivered: false }));
  await expectAllBooked();
  expect(await lossOf(id)).toEqual([]);
});

it('lost, it is the operator’s loss', async () => {
  const id = await disputed();
  await close(id, 'lost');
  await expectAllBooked();
  expect(await lossOf(id)).toEqual([
    ['DR', -2261],
    ['XB', 2261],
  ]);
});

describe('what was paid for a plan and the operator gives back by hand', () => {
  /** On the pages of the payment service, without any mark of ours; the refund's id. */
  async function givenBack(amount?: number): Promise<string> {
    await journey.subscribe('basic_plus');
    const { stripeCustomerId } = await db().planCustomer.findUniqueOrThrow({
      where: { providerId: journey.providerId },
    });
    const [intent] = await stripeGateway().listIntents(stripeCustomerId);
    const asked = { key: crypto.randomUUID(), intentId: intent?.id ?? '', metadata: {} };
    const refund = await stripeGateway().refund(amount === undefined ? asked : { ...asked, amount });
    if (!refund.ok) throw new Error(refund.failure.message);
    await journey.settle();
    return refund.value.id;
  }

  const lost = async () => {
    const { _sum } = await db().ledgerLine.aggregate({
      where: { account: 'XB', transaction: { kind: 'E20' } },
      _sum: { amount: true },
    });
    return Number(_sum.amount ?? 0);
  };

  it.each([
    ['all of it', undefined, 2261],
    ['a part', 500, 500],
  ])('%s is the operator’s cost; told twice it is booked once', async (_, amount, cost) => {
    const before = await lost();
    await givenBack(amount);
    await journey.tell(await stripeGateway().listEvents({ since: new Date(0), undelivered: false }));
    await expectAllBooked();
    expect((await lost()) - before).toBe(cost);
    expect(await journey.plan()).toBe('basic_plus');
  });

  it('is the operator’s again when the bank sends it back', async () => {
    const before = await lost();
    await stripe.control('refunds/fail', { refund: await givenBack() });
    await journey.settle();
    await expectAllBooked();
    expect(await lost()).toBe(before);
  });
});
