import { beforeEach, expect, it } from 'vitest';
import { applyFacts } from '@/lib/payments/apply-facts';
import { sweepMoney } from '@/lib/payments/jobs';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import type { PaymentFacts } from '@/lib/payments/types';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;

beforeEach(async () => {
  journey = await TestJourney.funded(stripe);
});

/** What the service says of an intent that is not the payment's own. */
async function other(bookingId: string, facts: Partial<PaymentFacts> & Pick<PaymentFacts, 'intent'>) {
  const { id: paymentId } = await journey.payment(bookingId);
  const all = { charge: null, setup: null, refunds: [], disputes: [], ...facts };
  return inTransaction((tx) => applyFacts(tx, { paymentId, subject: { bookingId }, ...all }, journey.now()));
}

it('one of which nothing is left to the advisor, since they bear the fee, is released and ends', async () => {
  const bookingId = await journey.accepted();
  await db().booking.update({ where: { id: bookingId }, data: { advisorBearsFee: true } });
  await journey.ended(bookingId);
  const admin = await makeAccount({ isAdmin: true });
  const { id: paymentId } = await journey.payment(bookingId);
  expect((await refundByAdmin(admin, { paymentId, amount: 11_975 })).ok).toBe(true);
  await journey.drain();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'delivered_held', advisorAmount: 0 });
  const { endsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
  await journey.advance(addMinutes(endsAt, 72 * 60 + 1));
  await sweepMoney();
  await journey.drain();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'transferred', transferredAmount: 0 });
  await journey.expectSound();
});

it('a charge too many, of which E2 is booked at once, leaves E2 to the payment’s own', async () => {
  const bookingId = await journey.accepted();
  const name = crypto.randomUUID().replaceAll('-', '');
  const intent = {
    id: `pi_${name}`,
    status: 'succeeded' as const,
    amount: 12_000,
    currency: 'eur',
    paymentMethodId: null,
  };
  for (const [index, txn] of [`txn_0${name}`, `txn_z${name}`].entries()) {
    const charge = { id: `ch_${index}${name}`, balanceTransactionId: txn, amount: 12_000, fee: 205 };
    const availableOn = addHours(journey.now(), 24 * 7);
    await other(bookingId, {
      intent: { ...intent, id: `${intent.id}${index}` },
      charge: { ...charge, availableOn },
    });
  }
  await journey.advance(addHours(journey.now(), 24 * 8));
  await sweepMoney();
  expect(await journey.balances(bookingId)).toMatchObject({ SP: 0, SA: 3 * 11_795 });
});

it('an intent that is cancelled and not the one that was authorised takes no session along', async () => {
  const bookingId = await journey.requested();
  const intent = {
    id: 'pi_of_a_page_that_ended',
    status: 'canceled' as const,
    amount: 12_000,
    currency: 'eur',
    paymentMethodId: null,
  };
  expect(await other(bookingId, { intent })).toBe('nothing');
  expect((await journey.payment(bookingId)).status).toBe('authorised');
});
