import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { PlanJourney, planPages, toMinute } from '@/prisma/test-plan';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { beginPractice } from './begin-practice';
import { choosePlan } from './choose-plan';
import { dropChoice } from './drop-choice';

const stripe = stripeForTests();
let journey: PlanJourney;
beforeEach(async () => {
  await PlanJourney.forget(stripe);
  journey = await PlanJourney.start(stripe);
});

const url = (chosen: Awaited<ReturnType<PlanJourney['choose']>>) => {
  if (!chosen.ok || !chosen.value.url) throw new Error(chosen.ok ? 'no page' : chosen.error.code);
  return chosen.value.url;
};
const liveAtStripe = async () => {
  const { stripeCustomerId } = await db().planCustomer.findUniqueOrThrow({
    where: { providerId: journey.providerId },
  });
  const row = await journey.subscription();
  const view =
    row?.stripeSubscriptionId && (await stripeGateway().retrieveSubscription(row.stripeSubscriptionId));
  return { customer: stripeCustomerId, view };
};

describe('a plan that costs something', () => {
  it('begins with the word of the payment service, not with the way back', async () => {
    await journey.pay('basic_plus');
    expect(await journey.plan()).toBe('basic');
    expect(await journey.subscription()).toMatchObject({ status: 'pending', stripeSubscriptionId: null });
    await journey.settle();
    expect(await journey.plan()).toBe('basic_plus');
    expect(await journey.subscription()).toMatchObject({
      status: 'active',
      feeAmount: 1900,
      isTaxed: true,
    });
    expect(toMinute((await journey.subscription())?.periodEnd)).toBe('2030-04-01T10:00');
    expect(await journey.mails()).toEqual(['started']);
    const { customer, view } = await liveAtStripe();
    expect(view).toMatchObject({ customerId: customer, status: 'active' });
  });

  it('clicked twice, or in two tabs at once, is one page and one subscription', async () => {
    const [one, two] = await Promise.all([journey.choose('premium'), journey.choose('premium')]);
    const pages = [one, two].flatMap((chosen) => (chosen.ok && chosen.value.url ? [chosen.value.url] : []));
    expect(new Set([...pages, url(await journey.choose('premium'))]).size).toBe(1);
    await payCheckout(pages[0] ?? '');
    await journey.settle();
    expect(await db().planSubscription.count({ where: { providerId: journey.providerId } })).toBe(1);
    expect(await journey.choose('premium')).toMatchObject({ error: { code: 'plan.alreadyHeld' } });
  });

  it('chosen anew as another one closes the page of the first', async () => {
    const first = url(await journey.choose('basic_plus'));
    const second = url(await journey.choose('premium'));
    expect((await payCheckout(first)).location).toBeNull();
    await payCheckout(second);
    await journey.settle();
    expect(await journey.plan()).toBe('premium');
  });

  it('that was paid in the other tab is not bought again', async () => {
    await payCheckout(url(await journey.choose('basic_plus')));
    expect(await journey.choose('premium')).toMatchObject({ error: { code: 'plan.alreadyPaid' } });
    expect(await journey.plan()).toBe('basic_plus');
  });

  it('not paid can be finished later, on a new page after a day, or given up', async () => {
    const first = url(await journey.choose('premium'));
    await journey.pass(1);
    const later = url(await journey.choose('premium'));
    expect(later).not.toBe(first);
    expect((await dropChoice(journey.actor)).ok).toBe(true);
    expect((await payCheckout(later)).location).toBeNull();
    expect(await journey.subscription()).toMatchObject({ status: 'ended' });
    expect(await dropChoice(journey.actor)).toMatchObject({ error: { code: 'plan.notPaid' } });
    expect(await journey.plan()).toBe('basic');
  });

  it('that is switched off is not sold any more, and stays with who holds it', async () => {
    await journey.subscribe('premium');
    const other = await PlanJourney.start(stripe);
    await db().plan.update({ where: { code: 'premium' }, data: { isActive: false } });
    try {
      expect(await other.choose('premium')).toMatchObject({ error: { code: 'plan.notOffered' } });
      await journey.moveTo(new Date('2030-04-02T10:00:00Z'));
      await journey.settle();
      expect(await journey.plan()).toBe('premium');
      expect(await journey.subscription()).toMatchObject({ status: 'active' });
    } finally {
      await db().plan.update({ where: { code: 'premium' }, data: { isActive: true } });
    }
  });

  it('is the owner’s to choose alone', async () => {
    for (const nobody of [anonymous, await makeAccount()])
      expect(await choosePlan(nobody, { planCode: 'premium' }, planPages)).toMatchObject({
        error: { code: 'common.notFound' },
      });
  });

  it.each(['/v1/checkout/sessions', '/v1/customers'])(
    'is not begun while the payment service fails at %s, and can be afterwards',
    async (path) => {
      await stripe.control('fail', { method: 'POST', path, count: 1, mode: 'error' });
      expect(await journey.choose('premium')).toMatchObject({
        error: { code: 'payment.serviceUnavailable' },
      });
      expect(url(await journey.choose('premium'))).toContain('/c/pay/');
    },
  );
});

describe('registering', () => {
  const input = (planCode: string) => ({
    kind: 'specialist' as const,
    planCode,
    displayName: 'Nora Wieland',
    timeZone: 'Europe/Berlin',
    specialities: [],
    spokenLanguages: ['en'],
  });

  it('on a plan that costs nothing is done at once', async () => {
    const account = await makeAccount();
    const begun = await beginPractice(account, input('basic'), planPages);
    expect(begun).toMatchObject({ value: { checkoutUrl: null, isUnpaid: false } });
  });

  it('on one that costs something leads to pay; until then the practice has Basic', async () => {
    const account = await makeAccount();
    const begun = await beginPractice(account, input('premium_plus'), planPages);
    if (!begun.ok || !begun.value.checkoutUrl) throw new Error('no page');
    const { providerId, checkoutUrl } = begun.value;
    const planOf = async () =>
      (await db().provider.findUniqueOrThrow({ where: { id: providerId } })).planCode;
    expect(await planOf()).toBe('basic');
    await payCheckout(checkoutUrl);
    await journey.tell();
    expect(await planOf()).toBe('premium_plus');
  });

  it('on a plan that is not sold is refused, and leaves no practice behind', async () => {
    const account = await makeAccount();
    for (const code of ['open', 'nothing'])
      expect(await beginPractice(account, input(code), planPages)).toMatchObject({
        error: { fields: { planCode: 'plan.notOffered' } },
      });
    expect(await db().provider.count({ where: { accountId: account.accountId } })).toBe(0);
  });
});
