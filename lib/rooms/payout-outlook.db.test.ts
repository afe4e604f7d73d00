import { beforeEach, expect, it } from 'vitest';
import { claimUntil } from '@/lib/payments/rules/release';
import { readEarningTotals } from '@/lib/payments/earnings/read-earnings';
import { sweepMoney } from '@/lib/payments/jobs';
import { loadMoneyAtHand } from '@/lib/payments/loaders';
import { readPayoutOutlook } from '@/lib/payments/outlook/read-outlook';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import { choosePayoutSchedule } from '@/lib/payments/settings/change-settings';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;

beforeEach(async () => {
  journey = await TestJourney.start(stripe);
  await journey.advance(new Date());
});

const outlook = () => readPayoutOutlook(db(), journey.specialist.providerId, journey.now());
const totals = () =>
  readEarningTotals(db(), {
    providerId: journey.specialist.providerId,
    zone: 'Europe/Berlin',
    now: journey.now(),
  });
const endOf = async (id: string) => (await db().booking.findUniqueOrThrow({ where: { id } })).endsAt;

it('tells what will be paid and when, and that is what is paid', async () => {
  await journey.onboard();
  await journey.fund(1_000_000);
  const bookingId = await journey.accepted();
  expect(await outlook()).toMatchObject({ account: 'ready', obstacles: [], waiting: null, next: null });
  expect(await totals()).toMatchObject({ held: 9858, released: 0, paidOut: 0 });
  await journey.ended(bookingId);
  const at = claimUntil(await endOf(bookingId));
  expect((await outlook()).next).toEqual({ at, amount: 9858, netted: 0 });
  await journey.advance(addHours(at, 1));
  await sweepMoney();
  expect(await outlook()).toMatchObject({ underWay: 9858, next: null });
  expect(await totals()).toMatchObject({ held: 0, released: 9858, paidOut: 0 });
  await journey.drain();
  expect(await outlook()).toMatchObject({ underWay: 0, next: null });
  expect(await totals()).toMatchObject({ released: 0, paidOut: 9858, paidOutThisMonth: 9858, owed: 0 });
  await journey.expectSound();
});

it('lowers the next payout by what is owed, and says what that comes from', async () => {
  await journey.onboard();
  await journey.fund(1_000_000);
  const first = await journey.accepted();
  await journey.paidOut(first);
  const { stripeAccountId: account } = await db().connectAccount.findUniqueOrThrow({
    where: { providerId: journey.specialist.providerId },
  });
  await stripe.control('payout', { account });
  const { id: paymentId } = await journey.payment(first);
  await refundByAdmin(await makeAccount({ isAdmin: true }), { paymentId, amount: 3600 });
  await journey.drain();
  const second = await journey.accepted();
  await journey.ended(second);
  expect(await outlook()).toMatchObject({
    next: { amount: 6901, netted: 2957 },
    debts: [{ kind: 'refund', clientName: journey.client.name, left: 2957, open: 2957 }],
  });
  expect(await totals()).toMatchObject({ held: 9858, paidOut: 9858, owed: 2957 });
  await journey.advance(addHours(claimUntil(await endOf(second)), 1));
  await sweepMoney();
  await journey.drain();
  expect(await totals()).toMatchObject({ held: 0, paidOut: 9858 + 6901, owed: 0 });
  expect((await outlook()).debts).toEqual([]);
  await journey.expectSound();
});

it('pays nothing while details are missing, and says since when that matters', async () => {
  const bookingId = await journey.accepted();
  await journey.ended(bookingId);
  expect(await outlook()).toMatchObject({
    account: 'none',
    obstacles: ['account', 'tax'],
    waiting: { stage: 0, areSalesStopped: false },
    next: { amount: 9858 },
  });
  const { chargedAt } = await journey.payment(bookingId);
  const paid = chargedAt ?? new Date(0);
  await journey.advance(addHours(paid, 31 * 24));
  expect((await outlook()).waiting).toEqual({
    stage: 30,
    areSalesStopped: false,
    stopsAt: addHours(paid, 75 * 24),
    returnsAt: addHours(paid, 85 * 24),
  });
});

it('the overview warns as soon as money waits, and says what keeps it once it is released', async () => {
  const { actor } = journey.specialist;
  const { provider } = actor;
  if (!provider) throw new Error('no practice');
  const atHand = () => loadMoneyAtHand({ ...actor, provider }, 'Europe/Berlin');
  const bookingId = await journey.accepted();
  expect(await atHand()).toMatchObject({ areDetailsMissing: false, waiting: { stage: 0 } });
  await journey.held(bookingId);
  await sweepMoney();
  expect(await atHand()).toMatchObject({ areDetailsMissing: true, waiting: { stage: 0 } });
});

it('twice a month it is the next payout day, or 75 days after the charge', async () => {
  await journey.onboard();
  await choosePayoutSchedule(journey.specialist.actor, { schedule: 'twice_monthly' });
  const bookingId = await journey.accepted();
  await journey.ended(bookingId);
  const { next } = await outlook();
  const released = claimUntil(await endOf(bookingId));
  expect(next).toMatchObject({ amount: 9858, netted: 0 });
  expect(next && next.at > released).toBe(true);
  const day = new Intl.DateTimeFormat('en', { day: 'numeric', timeZone: 'Europe/Paris' });
  expect(['1', '16']).toContain(next && day.format(next.at));
});
