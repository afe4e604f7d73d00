import { beforeEach, expect, it } from 'vitest';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { sweepMoney } from '@/lib/payments/jobs';
import { issueReceipt } from '@/lib/payments/documents/issue-receipt';
import { listRecords } from '@/lib/payments/offline/repository';
import { recordOffline, takeOutRecord } from '@/lib/payments/offline/record-offline';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;
let bookingId: string;
let paymentId: string;

beforeEach(async () => {
  const service = { paymentMode: 'off_platform' as const, confirmationMode: 'instant' as const };
  journey = await TestJourney.start(stripe, { services: [service, {}] });
  await journey.onboard();
  await journey.advance(new Date());
  bookingId = await journey.hold();
  expect(await journey.order(bookingId)).toEqual({ ok: true, value: { bookingId, checkoutUrl: null } });
  paymentId = (await journey.payment(bookingId)).id;
});

const record = (amount: number) => recordOffline(journey.specialist.actor, { paymentId, amount });
const booking = () => db().booking.findUniqueOrThrow({ where: { id: bookingId } });

async function held(): Promise<void> {
  const { endsAt } = await booking();
  await journey.advance(endsAt);
  expect((await settleOutcome(bookingId, 'completed', journey.now())).ok).toBe(true);
}

it('is booked at once and due elsewhere, until the amounts reach the price', async () => {
  expect(await booking()).toMatchObject({ status: 'accepted' });
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'due', mode: 'off_platform' });
  expect(await record(5000)).toEqual({ ok: true, value: { paymentId, outstanding: 7000 } });
  expect(await record(7001)).toMatchObject({ error: { code: 'payment.recordedTooMuch' } });
  expect(await record(0)).toMatchObject({ error: { code: 'payment.recordedTooMuch' } });
  expect(await record(7000)).toMatchObject({ value: { outstanding: 0 } });
  expect((await journey.payment(bookingId)).status).toBe('settled_offline');
  expect(await record(1)).toMatchObject({ error: { code: 'payment.notDue' } });
  await journey.expectSound();
});

it('owes commission on what is recorded, from the session on (E16): 7.50 and 1.43 of 50.00', async () => {
  await record(5000);
  expect(await journey.balances(bookingId)).toEqual({});
  await held();
  expect(await journey.balances(bookingId)).toEqual({ AR: 893, RC: -750, VO: -143 });
  await record(7000);
  expect(await journey.balances(bookingId)).toEqual({ AR: 2142, RC: -1800, VO: -342 });
  await journey.expectSound();
});

it('takes out what was recorded by mistake, with its commission', async () => {
  await record(12_000);
  await held();
  const [first] = await listRecords(db(), paymentId);
  const out = await takeOutRecord(journey.specialist.actor, { paymentId, recordId: first?.id ?? '' });
  expect(out).toEqual({ ok: true, value: { paymentId, outstanding: 12_000 } });
  expect((await journey.payment(bookingId)).status).toBe('due');
  expect(await journey.balances(bookingId)).toEqual({ AR: 0, RC: 0, VO: 0 });
  expect(
    await takeOutRecord(journey.specialist.actor, { paymentId, recordId: first?.id ?? '' }),
  ).toMatchObject({
    error: { code: 'payment.notDue' },
  });
  await journey.expectSound();
});

it('an amount that comes back to what it was has a receipt of its own, in place of the one between', async () => {
  const ask = async () => {
    const issued = await issueReceipt(journey.client, { bookingId });
    if (!issued.ok) throw new Error(issued.error.code);
    return db().document.findUniqueOrThrow({ where: { id: issued.value.id } });
  };
  await record(5000);
  const first = await ask();
  await record(2000);
  const second = await ask();
  const [, wrong] = await listRecords(db(), paymentId);
  await takeOutRecord(journey.specialist.actor, { paymentId, recordId: wrong?.id ?? '' });
  const third = await ask();
  expect([first, second, third].map(({ grossAmount }) => grossAmount)).toEqual([5000, 7000, 5000]);
  expect(third.data).toMatchObject({ replaces: second.label });
  expect(await ask()).toMatchObject({ id: third.id });
});

it('cancelled free of charge nothing is due, and nothing is recorded any more', async () => {
  await record(12_000);
  await cancelBooking(journey.client, { bookingId, reason: null });
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'none', recordedAmount: 0 });
  expect(await journey.balances(bookingId)).toEqual({});
  await journey.expectSound();
});

it('nobody else records, and what is paid through us is not recorded', async () => {
  for (const actor of [journey.client, await makeAccount()])
    expect(await recordOffline(actor, { paymentId, amount: 100 })).toMatchObject({
      error: { code: 'common.notFound' },
    });
  const other = await TestJourney.start(stripe);
  const paid = await other.accepted();
  const { id } = await other.payment(paid);
  expect(await recordOffline(other.specialist.actor, { paymentId: id, amount: 100 })).toMatchObject({
    error: { code: 'payment.notDue' },
  });
});

it('the commission lowers the payouts of the next month, and then stays as it is', async () => {
  await record(12_000);
  await held();
  const monthLater = addHours(journey.now(), 24 * 36);
  await journey.advance(monthLater);
  journey.specialist.serviceIds.reverse();
  const other = await journey.accepted();
  await journey.paidOut(other);
  expect(await journey.payment(other)).toMatchObject({ nettedAmount: 2142, transferredAmount: 9858 - 2142 });
  const [first] = await listRecords(db(), paymentId);
  expect(
    await takeOutRecord(journey.specialist.actor, { paymentId, recordId: first?.id ?? '' }),
  ).toMatchObject({
    error: { code: 'payment.recordInvoiced' },
  });
  await journey.expectSound();
});

it('what is still due 60 days after the session is given up', async () => {
  await held();
  const { endsAt } = await booking();
  await journey.advance(addHours(endsAt, 24 * 60 + 1));
  await sweepMoney();
  expect((await journey.payment(bookingId)).status).toBe('uncollectible');
  await journey.expectSound();
});
