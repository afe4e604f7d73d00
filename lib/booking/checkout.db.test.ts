import { beforeEach, describe, expect, it } from 'vitest';
import { findConnectAccount } from '@/lib/payments/connect/repository';
import { startOnboarding } from '@/lib/payments/connect/start-onboarding';
import { sweepMoney } from '@/lib/payments/jobs';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { carryOutStripeCall } from '@/prisma/test-jobs';
import { stripeForTests } from '@/prisma/test-services';
import { taxDataOf } from '@/prisma/seed/factories/tax-data';
import { abandonHold } from './abandon-hold';

const stripe = stripeForTests();
let journey: TestJourney;
beforeEach(async () => {
  journey = await TestJourney.start(stripe);
});

/** The service acts, and none of its answers reaches us. */
const loseAnswers = (path: string) =>
  stripe.control('fail', { mode: 'timeout_after_effect', count: 3, path });
const unreachable = { error: { code: 'payment.serviceUnavailable' } };

describe('a checkout', () => {
  it('that was opened while its hold ended is not handed out, and is closed', async () => {
    const bookingId = await journey.hold();
    await stripe.control('fail', { mode: 'delay', delayMs: 700, path: '/checkout/sessions' });
    const ordering = journey.order(bookingId);
    await expect
      .poll(async () => (await journey.payment(bookingId)).status, { interval: 20 })
      .toBe('checkout_open');
    expect((await abandonHold(journey.client, { bookingId })).ok).toBe(true);
    expect(await ordering).toMatchObject({ error: { code: 'booking.holdExpired' } });
    const { input } = await journey.call(bookingId, 'expireCheckout');
    await journey.drain();
    const { checkoutSessionId } = input as { checkoutSessionId: string };
    expect((await stripeGateway().retrieveCheckout(checkoutSessionId)).status).toBe('expired');
  });

  it('asked for twice at once is one', async () => {
    const bookingId = await journey.hold();
    const answers = await Promise.all([journey.order(bookingId), journey.order(bookingId)]);
    const urls = answers.flatMap((answer) => (answer.ok ? [answer.value.checkoutUrl] : []));
    expect(new Set(urls)).toEqual(new Set([(await journey.payment(bookingId)).checkoutUrl]));
  });

  it('is opened after a lost answer in another language too', async () => {
    const bookingId = await journey.hold();
    await loseAnswers('/checkout/sessions');
    expect(await journey.order(bookingId)).toMatchObject(unreachable);
    await db().account.update({ where: { id: journey.client.accountId }, data: { locale: 'ru' } });
    expect(await journey.order(bookingId)).toMatchObject({ ok: true });
  });

  it('is opened after the customer’s name was corrected', async () => {
    const bookingId = await journey.hold();
    await loseAnswers('/customers');
    expect(await journey.order(bookingId)).toMatchObject(unreachable);
    await db().account.update({ where: { id: journey.client.accountId }, data: { name: 'Corrected Name' } });
    expect(await journey.order(bookingId)).toMatchObject({ ok: true });
  });
});

it('onboarding goes on with the corrected country after a lost answer', async () => {
  const { actor, providerId } = await makeSpecialist({ provider: { country: 'FR' } });
  const addresses = { returnUrl: 'http://localhost:3000/back', refreshUrl: 'http://localhost:3000/again' };
  await loseAnswers('/core/accounts');
  await expect(startOnboarding(actor, addresses)).rejects.toThrow();
  await db().provider.update({ where: { id: providerId }, data: { country: 'DE' } });
  expect((await startOnboarding(actor, addresses)).ok).toBe(true);
  const account = await findConnectAccount(db(), providerId);
  const { country } = await stripeGateway().retrieveRecipientAccount(account?.stripeAccountId ?? '');
  expect(country?.toUpperCase()).toBe('DE');
});

it('a late answer to a transfer that failed says nothing of the next attempt', async () => {
  const { providerId, actor } = journey.specialist;
  const id = `acct_${providerId.replaceAll('-', '').slice(-16)}`;
  const created = journey.now().toISOString();
  const account = { id, created, email: actor.email, displayName: actor.name, onboarded: false };
  await stripe.control('seed', { accounts: [account] });
  const ready = { transfersActive: true, detailsComplete: true, requirements: [] };
  await db().connectAccount.create({ data: { providerId, stripeAccountId: id, ...ready } });
  await db().taxData.create({ data: taxDataOf(providerId, actor.name, journey.now()) });
  const bookingId = await journey.accepted();
  await journey.held(bookingId);
  await sweepMoney();
  const first = await journey.call(bookingId, 'transfer');
  await carryOutStripeCall({ callId: first.id });
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'releasable', transferAttempt: 1 });
  await journey.advance(addHours(journey.now(), 2));
  await sweepMoney();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'in_payout', transferAttempt: 2 });
  await db().stripeCall.update({ where: { id: first.id }, data: { status: 'waiting' } });
  await carryOutStripeCall({ callId: first.id });
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'in_payout', transferAttempt: 2 });
});
