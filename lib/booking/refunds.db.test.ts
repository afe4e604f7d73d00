import { beforeAll, expect, it } from 'vitest';
import { applyFacts } from '@/lib/payments/apply-facts';
import { lookAtRefunds, sweepMoney } from '@/lib/payments/jobs';
import { readFacts } from '@/lib/payments/read-facts';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { addHours, addMinutes } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { cancelBooking } from './cancel-booking';

const stripe = stripeForTests();
let journey: TestJourney;
beforeAll(async () => {
  journey = await TestJourney.start(stripe);
});

const refundsOf = (bookingId: string) =>
  db().refund.findMany({ where: { payment: { bookingId } }, orderBy: { number: 'asc' } });
const statusesOf = async (bookingId: string) => (await refundsOf(bookingId)).map(({ status }) => status);

async function cancelled(): Promise<string> {
  const bookingId = await journey.accepted();
  expect((await cancelBooking(journey.client, { bookingId, reason: null })).ok).toBe(true);
  return bookingId;
}

/** The service took the refund of this number, and could not carry it out. */
async function failRefund(bookingId: string, number: number): Promise<void> {
  const { paymentIntentId } = await journey.payment(bookingId);
  await db().stripeCall.updateMany({
    where: { kind: 'refund', status: 'waiting' },
    data: { status: 'done' },
  });
  const facts = await readFacts({ intentId: paymentIntentId ?? '' });
  if (!facts) throw new Error('no facts');
  const id = `re_failed_${number}`;
  const refund = {
    id,
    number,
    status: 'failed' as const,
    amount: 12_000,
    balanceTransactionId: null,
    failureTransactionId: null,
  };
  await inTransaction((tx) => applyFacts(tx, { ...facts, refunds: [refund] }, journey.now()));
}

it('a refund that failed is asked for again under a number of its own, later each time, until it arrives', async () => {
  const bookingId = await cancelled();
  await failRefund(bookingId, 1);
  await sweepMoney();
  expect(await statusesOf(bookingId)).toEqual(['failed', 'requested']);
  await failRefund(bookingId, 2);
  await sweepMoney();
  expect(await statusesOf(bookingId)).toEqual(['failed', 'failed']);
  await journey.advance(addHours(journey.now(), 1));
  await sweepMoney();
  const { id } = await journey.payment(bookingId);
  expect(
    await db().stripeCall.findMany({
      where: { paymentId: id, status: 'waiting' },
      select: { idempotencyKey: true },
    }),
  ).toEqual([{ idempotencyKey: `rf:${id}:3` }]);
  await journey.drain();
  expect(await statusesOf(bookingId)).toEqual(['failed', 'failed', 'succeeded']);
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
  expect(await journey.balances(bookingId)).toMatchObject({ CP: 0 });
});

it('a refund that waits for funds is looked at again, though no event tells of it', async () => {
  const bookingId = await cancelled();
  await journey.drain();
  // The fee of the refund before is missing in the balance.
  expect(await statusesOf(bookingId)).toEqual(['pending']);
  await journey.accepted();
  await lookAtRefunds();
  expect(await statusesOf(bookingId)).toEqual(['pending']);
  await journey.advance(addMinutes(journey.now(), 11));
  await lookAtRefunds();
  expect(await statusesOf(bookingId)).toEqual(['succeeded']);
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded' });
});
