import { beforeEach, describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/routing';
import { formatInstant } from '@/lib/i18n/time-format';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { PlanJourney, toMinute } from '@/prisma/test-plan';
import { stripeForTests } from '@/prisma/test-services';
import { pressInPortal } from '@/sandbox/testing/hosted-pages';
import { cancelPlan, resumePlan } from './cancel-plan';
import { renderPlanEmail } from './emails/plan-emails';
import { openPortal } from './open-portal';

const stripe = stripeForTests();
let journey: PlanJourney;
beforeEach(async () => {
  await PlanJourney.forget(stripe);
  journey = await PlanJourney.start(stripe);
});

const invoices = () =>
  db().planInvoice.findMany({
    where: { providerId: journey.providerId },
    orderBy: { issuedAt: 'asc' },
    select: { status: true, netAmount: true, vatAmount: true, deferredAmount: true },
  });

describe('up', () => {
  it('is at once: the rest of the month is credited, a new one begins', async () => {
    await journey.subscribe('basic_plus');
    await journey.pass(15.5);
    expect(await journey.choose('premium')).toMatchObject({ value: { url: null, isPlanned: false } });
    expect(await journey.plan()).toBe('premium');
    await journey.settle();
    expect(await invoices()).toMatchObject([
      { netAmount: 1900, vatAmount: 361 },
      { netAmount: 14_900 - 950, vatAmount: 2831 - 181 },
    ]);
    expect(await journey.subscription()).toMatchObject({ feeAmount: 14_900, asked: null });
    expect(await journey.mails()).toEqual(['started', 'changed']);
    expect(await journey.balances()).toMatchObject({ RS: -(1900 + 13_950), VO: -(361 + 2650) });
  });

  it('clicked twice at once is billed once', async () => {
    await journey.subscribe('basic_plus');
    await Promise.all([journey.choose('premium'), journey.choose('premium')]);
    await journey.settle();
    expect(await journey.plan()).toBe('premium');
    expect(await invoices()).toHaveLength(2);
  });

  it('with a card that refuses leaves everything as it was', async () => {
    await journey.subscribe('basic_plus');
    await journey.changeCard('4000000000000341');
    expect(await journey.choose('premium')).toMatchObject({ error: { code: 'plan.cardDeclined' } });
    await journey.settle();
    expect(await journey.plan()).toBe('basic_plus');
    expect(await invoices()).toHaveLength(1);
    await journey.changeCard('4242424242424242');
    expect(await journey.choose('premium')).toMatchObject({ ok: true });
  });

  it('whose answer was lost is found done, and is not billed again', async () => {
    await journey.subscribe('basic_plus');
    const row = await journey.subscription();
    const path = `/v1/subscriptions/${row?.stripeSubscriptionId}`;
    await stripe.control('fail', { method: 'POST', path, count: 3, mode: 'error_after_effect' });
    expect(await journey.choose('premium')).toMatchObject({
      error: { code: 'payment.serviceUnavailable' },
    });
    expect(await journey.plan()).toBe('premium');
    expect(await journey.choose('premium')).toMatchObject({ error: { code: 'plan.alreadyHeld' } });
    await journey.settle();
    expect(await invoices()).toHaveLength(2);
  });

  it('to a year defers it, and what was left of the month lowers revenue', async () => {
    await journey.subscribe('premium');
    await journey.pass(15.5);
    await journey.choose('premium_plus');
    await journey.settle();
    expect(await invoices()).toMatchObject([
      { netAmount: 14_900, deferredAmount: 0 },
      { netAmount: 163_900 - 7450, deferredAmount: 163_900 },
    ]);
    expect(await journey.balances()).toMatchObject({ RS: -(14_900 - 7450), DF: -163_900 });
  });
});

describe('down', () => {
  it('is when the period is over, and can be taken back until then', async () => {
    await journey.subscribe('premium');
    expect(await journey.choose('basic_plus')).toMatchObject({ value: { isPlanned: true } });
    expect(await journey.plan()).toBe('premium');
    expect(await journey.subscription()).toMatchObject({ pendingPlanCode: 'basic_plus' });
    expect((await resumePlan(journey.actor)).ok).toBe(true);
    expect(await journey.subscription()).toMatchObject({ pendingPlanCode: null, stripeScheduleId: null });
    expect(await resumePlan(journey.actor)).toMatchObject({ error: { code: 'plan.nothingPlanned' } });
    await journey.choose('basic_plus');
    await journey.pass(31.5);
    await journey.settle();
    expect(await journey.plan()).toBe('basic_plus');
    expect(await journey.subscription()).toMatchObject({ feeAmount: 1900, pendingPlanCode: null });
    expect(await invoices()).toMatchObject([{ netAmount: 14_900 }, { netAmount: 1900 }]);
    expect(await journey.mails()).toEqual(['started', 'planned', 'resumed', 'planned', 'changed']);
  });

  it('from a year to a month is when the year is over', async () => {
    await journey.subscribe('premium_plus');
    expect(await journey.choose('premium')).toMatchObject({ value: { isPlanned: true } });
    await journey.pass(364);
    await journey.settle();
    expect(await journey.plan()).toBe('premium_plus');
    await journey.pass(2);
    await journey.settle();
    expect(await journey.plan()).toBe('premium');
    expect(await invoices()).toMatchObject([{ netAmount: 163_900 }, { netAmount: 14_900 }]);
  });

  it('chosen after a cancellation goes on at the other plan', async () => {
    await journey.subscribe('premium');
    await cancelPlan(journey.actor);
    await journey.choose('basic_plus');
    expect(await journey.subscription()).toMatchObject({ cancelAt: null, pendingPlanCode: 'basic_plus' });
    await journey.choose('premium');
    expect(await journey.subscription()).toMatchObject({ cancelAt: null, pendingPlanCode: null });
  });
});

describe('cancelling', () => {
  it('ends with the period, and until then is taken back', async () => {
    await journey.subscribe('basic_plus');
    expect((await cancelPlan(journey.actor)).ok).toBe(true);
    const cancelled = await journey.subscription();
    expect(cancelled?.cancelAt).toEqual(cancelled?.periodEnd);
    expect(await journey.plan()).toBe('basic_plus');
    await resumePlan(journey.actor);
    expect(await journey.subscription()).toMatchObject({ cancelAt: null, pendingPlanCode: null });
    await cancelPlan(journey.actor);
    await journey.pass(31.5);
    await journey.settle();
    expect(await journey.plan()).toBe('basic');
    const over = await journey.subscription();
    expect([over?.status, toMinute(over?.endedAt)]).toEqual(['ended', '2030-04-01T10:00']);
    expect(await invoices()).toHaveLength(1);
    expect(await journey.mails()).toEqual(['started', 'cancelled', 'resumed', 'cancelled', 'ended']);
  });

  it('in the portal is heard of, and another plan can be bought afterwards', async () => {
    await journey.subscribe('basic_plus');
    const portal = await openPortal(journey.actor, {
      locale: 'en',
      returnUrl: 'http://localhost:3000/plan',
    });
    if (!portal.ok) throw new Error(portal.error.code);
    await pressInPortal(portal.value.url, 'cancel');
    await journey.settle();
    expect((await journey.subscription())?.cancelAt).not.toBeNull();
    await journey.pass(32);
    await journey.settle();
    expect(await journey.plan()).toBe('basic');
    await journey.subscribe('premium');
    expect(await journey.plan()).toBe('premium');
  });

  it('needs something that is paid for', async () => {
    expect(await cancelPlan(journey.actor)).toMatchObject({ error: { code: 'plan.notPaid' } });
    await journey.choose('premium');
    expect(await cancelPlan(journey.actor)).toMatchObject({ error: { code: 'plan.notPaid' } });
    expect(await openPortal(journey.actor, { locale: 'en', returnUrl: 'http://localhost' })).toMatchObject({
      ok: true,
    });
  });

  it('for another plan that costs nothing leads there', async () => {
    await db().plan.update({ where: { code: 'open' }, data: { isActive: true } });
    try {
      await journey.subscribe('basic_plus');
      expect(await journey.choose('open')).toMatchObject({ value: { isPlanned: true } });
      await journey.pass(32);
      await journey.settle();
      expect(await journey.plan()).toBe('open');
      expect(await journey.choose('basic')).toMatchObject({ value: { url: null, isPlanned: false } });
      expect(await journey.plan()).toBe('basic');
    } finally {
      await db().plan.update({ where: { code: 'open' }, data: { isActive: false } });
    }
  });
});

describe('tax', () => {
  it('is added, and is left out once the VAT id was checked', async () => {
    await journey.subscribe('basic_plus');
    await db().provider.update({
      where: { id: journey.providerId },
      data: { reverseCharge: true, vatId: 'DE811569869', reverseChargeVerifiedAt: journey.now },
    });
    await journey.settle();
    expect(await journey.subscription()).toMatchObject({ isTaxed: false });
    await journey.pass(32);
    await journey.settle();
    expect(await invoices()).toMatchObject([{ vatAmount: 361 }, { vatAmount: 0 }]);
  });
});

describe('a fee that the operator changes', () => {
  it('is for who comes then; who pays the old one goes on with it', async () => {
    await journey.subscribe('basic_plus');
    await db().plan.update({ where: { code: 'basic_plus' }, data: { feeAmount: 2500 } });
    try {
      await journey.pass(32);
      await journey.settle();
      expect((await invoices()).map(({ netAmount }) => netAmount)).toEqual([1900, 1900]);
      const other = await PlanJourney.start(stripe);
      await other.moveTo(addHours(journey.now, 1));
      await other.subscribe('basic_plus');
      expect(await other.subscription()).toMatchObject({ feeAmount: 2500 });
      const row = await other.subscription();
      expect(await stripeGateway().retrieveSubscription(row?.stripeSubscriptionId ?? '')).toMatchObject({
        feeAmount: 2500,
        planCode: 'basic_plus',
      });
    } finally {
      await db().plan.update({ where: { code: 'basic_plus' }, data: { feeAmount: 1900 } });
    }
  });
});

describe('mails', () => {
  it('name the day as people write it, in every language', async () => {
    await journey.subscribe('basic_plus');
    const { kind, params } = await db().email.findFirstOrThrow({
      where: { accountId: journey.actor.accountId, kind: 'plan.started' },
    });
    const known = params as Record<string, string>;
    const { timeZone } = await db().provider.findUniqueOrThrow({ where: { id: journey.providerId } });
    for (const locale of locales) {
      const mail = await renderPlanEmail({ kind, locale, params: known });
      const day = formatInstant(new Date(known['until'] ?? ''), { locale, zone: timeZone, style: 'date' });
      expect(mail?.text).toContain(day);
    }
  });
});
