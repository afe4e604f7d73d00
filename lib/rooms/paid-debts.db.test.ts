import { beforeEach, describe, expect, it } from 'vitest';
import { correctOutcome } from '@/lib/booking/correct-outcome';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { payDebts } from '@/lib/payments/debts/pay/pay-debts';
import { writeOffDebt } from '@/lib/payments/debts/write-off-debt';
import { sweepMoney } from '@/lib/payments/jobs';
import { recordOffline, takeOutRecord } from '@/lib/payments/offline/record-offline';
import { readPayoutOutlook } from '@/lib/payments/outlook/read-outlook';
import { reconcile } from '@/lib/payments/reconciliation/reconcile';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';

const stripe = stripeForTests();
let journey: TestJourney;
let paymentId: string;

/** A session that was paid elsewhere is over: 18.00 of commission and 3.42 of VAT are owed. */
beforeEach(async () => {
  const service = { paymentMode: 'off_platform' as const, confirmationMode: 'instant' as const };
  journey = await TestJourney.start(stripe, { services: [service, {}] });
  await journey.onboard();
  await journey.advance(new Date());
  const bookingId = await journey.hold();
  await journey.order(bookingId);
  paymentId = (await journey.payment(bookingId)).id;
  await recordOffline(journey.specialist.actor, { paymentId, amount: 12_000 });
  const { endsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
  await journey.advance(endsAt);
  await settleOutcome(bookingId, 'completed', endsAt);
});

const page = {
  locale: 'fr' as const,
  title: 'Debts',
  description: 'Consilia',
  successUrl: 'http://localhost:3000/fr/x',
  cancelUrl: 'http://localhost:3000/fr/y',
};
const open = () => payDebts(journey.specialist.actor, page);
const rows = () =>
  db().debtPayment.findMany({
    where: { providerId: journey.specialist.providerId },
    orderBy: { openedAt: 'asc' },
  });
const outlook = () => readPayoutOutlook(db(), journey.specialist.providerId, journey.now());

/** The owner pays on the page, and the payment service tells us. */
async function pay(): Promise<void> {
  const opened = await open();
  if (!opened.ok) throw new Error(opened.error.code);
  await payCheckout(opened.value.url);
  await journey.tellOf((await rows()).at(-1)?.checkoutSessionId ?? '');
}

async function booked(): Promise<Record<string, number>> {
  const lines = await db().ledgerLine.groupBy({
    by: ['account'],
    where: { providerId: journey.specialist.providerId },
    _sum: { amount: true },
  });
  return Object.fromEntries(lines.map(({ account, _sum }) => [account, Number(_sum.amount)]));
}

it('settles what is owed, once, however often it is told (E19)', async () => {
  expect((await outlook()).payableDebt).toBe(2142);
  await pay();
  const [row] = await rows();
  await journey.tellOf(row?.checkoutSessionId ?? '');
  await journey.tellOf(row?.paymentIntentId ?? '');
  // 1.5 % and 0.25 of 21.42 are 0.57.
  expect(await booked()).toMatchObject({ AR: 0, SP: 2085, XF: 57, RC: -1800, VO: -342 });
  expect(await outlook()).toMatchObject({ debts: [], payableDebt: 0 });
  await journey.expectSound();
  expect(await open()).toMatchObject({ error: { code: 'payment.notDue' } });
  await journey.advance(addHours(journey.now(), 24 * 8));
  await sweepMoney();
  expect(await booked()).toMatchObject({ SP: 0, SA: 2085 });
  expect((await reconcile(journey.now())).differences).toEqual([]);
});

it('opens one page for two clicks, and keeps its debts from being given up or changed meanwhile', async () => {
  const [one, two] = await Promise.all([open(), open()]);
  expect(one).toEqual(two);
  expect(await rows()).toHaveLength(1);
  const debt = await db().providerDebt.findFirstOrThrow({ where: { paymentId } });
  const admin = await makeAccount({ isAdmin: true });
  expect(await writeOffDebt(admin, { debtId: debt.id })).toMatchObject({
    error: { code: 'payment.debtUnderWay' },
  });
  const record = await db().offlineRecord.findFirstOrThrow({ where: { paymentId } });
  expect(await takeOutRecord(journey.specialist.actor, { paymentId, recordId: record.id })).toMatchObject({
    ok: false,
  });
  expect((await outlook()).payableDebt).toBe(2142);
  await journey.expectSound();
});

it('nor does the session count as not held any more, since the commission on it is settled', async () => {
  const { bookingId } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
  const correct = () =>
    correctOutcome(journey.specialist.actor, { bookingId: bookingId ?? '', outcome: 'providerNeverCame' });
  await open();
  expect(await correct()).toMatchObject({ error: { code: 'payment.notHeld' } });
  await pay();
  expect(await correct()).toMatchObject({ error: { code: 'payment.notHeld' } });
  await journey.expectSound();
});

it('what the operator gives back of it by hand is its own cost (E20), and nothing is owed again', async () => {
  await pay();
  const [row] = await rows();
  const given = { key: crypto.randomUUID(), intentId: row?.paymentIntentId ?? '', metadata: {} };
  const refund = await stripeGateway().refund(given);
  if (!refund.ok) throw new Error(refund.failure.message);
  for (const _ of ['once', 'twice']) await journey.tellOf(refund.value.id);
  expect(await booked()).toMatchObject({ AR: 0 });
  await journey.expectSound();
  expect((await reconcile(addHours(journey.now(), 2))).differences).toEqual([]);
});

describe('a page that nobody pays', () => {
  it('ends after an hour and can be opened anew', async () => {
    const first = await open();
    await journey.advance(addMinutes(journey.now(), 61));
    await sweepMoney();
    expect(await rows()).toMatchObject([{ status: 'ended' }]);
    if (first.ok) await payCheckout(first.value.url);
    await sweepMoney();
    expect(await booked()).toMatchObject({ AR: 2142 });
    await pay();
    expect(await rows()).toMatchObject([{ status: 'ended' }, { status: 'paid' }]);
    await journey.expectSound();
  });

  it('holds payouts up meanwhile, so that whoever opens it again and again is no better off', async () => {
    await journey.advance(addHours(journey.now(), 24 * 36));
    journey.specialist.serviceIds.reverse();
    const other = await journey.accepted();
    await journey.held(other);
    await open();
    await sweepMoney();
    expect(await journey.payment(other)).toMatchObject({ status: 'releasable', nettedAmount: 0 });
    expect((await outlook()).obstacles).toEqual(['paying']);
    await journey.advance(addMinutes(journey.now(), 61));
    for (const _ of ['the page ends', 'the payout begins']) await sweepMoney();
    await journey.drain();
    expect(await journey.payment(other)).toMatchObject({
      nettedAmount: 2142,
      transferredAmount: 9858 - 2142,
    });
    expect((await outlook()).obstacles).toEqual([]);
    await journey.expectSound();
  });

  it('was paid all the same: the sweep finds it though nobody told', async () => {
    const opened = await open();
    if (opened.ok) await payCheckout(opened.value.url);
    await journey.advance(addMinutes(journey.now(), 61));
    await sweepMoney();
    expect(await rows()).toMatchObject([{ status: 'paid', amount: 2142 }]);
    await journey.expectSound();
  });
});

it('is opened by the owner alone', async () => {
  for (const stranger of [journey.client, await makeAccount(), { kind: 'anonymous' as const }])
    expect(await payDebts(stranger, page)).toMatchObject({ error: { code: 'common.notFound' } });
  expect(await rows()).toEqual([]);
});

it('does not open while the payment service is out of reach, and does afterwards', async () => {
  await stripe.control('fail', { method: 'POST', path: '/v1/checkout/sessions', count: 3, mode: 'error' });
  expect(await open()).toMatchObject({ error: { code: 'payment.serviceUnavailable' } });
  await pay();
  expect(await booked()).toMatchObject({ AR: 0 });
  await journey.expectSound();
});
