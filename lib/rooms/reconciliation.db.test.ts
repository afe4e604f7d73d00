import { beforeEach, describe, expect, it } from 'vitest';
import { sweepMoney } from '@/lib/payments/jobs';
import { catchUpEvents } from '@/lib/payments/reconciliation/catch-up';
import { reconcile } from '@/lib/payments/reconciliation/reconcile';
import { sweepWaiting } from '@/lib/payments/waiting/sweep-waiting';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;

beforeEach(async () => {
  await db().reconciliationDifference.deleteMany();
  await db().reconciliation.deleteMany();
  journey = await TestJourney.start(stripe);
  await journey.advance(new Date());
});

/** A charge at the payment service that we know nothing of. */
async function strangeCharge(): Promise<string> {
  const name = crypto.randomUUID().replaceAll('-', '');
  const payment = {
    id: `pi_${name}`,
    charge: `ch_${name}`,
    balanceTransaction: `txn_${name}`,
    created: addHours(journey.now(), -24).toISOString(),
    amount: 777,
  };
  await stripe.control('seed', { payments: [payment] });
  return payment.balanceTransaction;
}

describe('the daily check of the ledger', () => {
  it('books what the payment service charges for itself (E21), once, so that no payout waits for it', async () => {
    const { id } = (await stripe.control('fees', { amount: 200 })) as { id: string };
    for (const _ of ['once', 'twice']) expect((await reconcile(journey.now())).differences).toEqual([]);
    const lines = await db().ledgerLine.findMany({ where: { transaction: { externalRef: id } } });
    expect(lines.map(({ account, amount }) => `${account} ${amount}`).toSorted()).toEqual([
      'SA -200',
      'XF 200',
    ]);
  });

  it('finds nothing when both agree, finds what is missing on our side, and stops payouts until it is booked', async () => {
    await journey.onboard();
    const bookingId = await journey.accepted();
    await journey.held(bookingId);
    expect((await reconcile(journey.now())).differences).toEqual([]);
    const reference = await strangeCharge();
    const { differences } = await reconcile(journey.now());
    expect(differences).toEqual(
      expect.arrayContaining([
        { kind: 'not_booked', reference, ours: null, theirs: 777 - 37, currency: 'EUR' },
        expect.objectContaining({ kind: 'balance', reference: 'EUR' }),
      ]),
    );
    await sweepMoney();
    expect((await journey.payment(bookingId)).status).toBe('releasable');
    await journey.bookOwn(reference, 777 - 37);
    expect((await reconcile(journey.now())).differences).toEqual([]);
    await sweepMoney();
    expect((await journey.payment(bookingId)).status).toBe('in_payout');
  });

  it('finds what is missing again, however long ago it happened, also while something is just moving', async () => {
    const reference = await strangeCharge();
    const missing = expect.objectContaining({ kind: 'not_booked', reference });
    expect((await reconcile(journey.now())).differences).toContainEqual(missing);
    for (const days of [6, 12]) {
      await journey.advance(addHours(new Date(), 24 * days));
      await journey.paid();
      expect((await reconcile(journey.now())).differences).toContainEqual(missing);
    }
    await journey.bookOwn(reference, 777 - 37);
  });

  it('finds what is booked and not there, and amounts that differ', async () => {
    await journey.bookOwn('txn_never_was', 500);
    const reference = await strangeCharge();
    await journey.bookOwn(reference, 700);
    const { differences } = await reconcile(journey.now());
    expect(differences).toEqual(
      expect.arrayContaining([
        { kind: 'not_there', reference: 'txn_never_was', ours: 500, theirs: null, currency: '-' },
        { kind: 'amount', reference, ours: 700, theirs: 740, currency: 'EUR' },
      ]),
    );
    await journey.bookOwn('corrected', 40 - 500);
  });
});

it('events that were never delivered are asked for, once', async () => {
  await journey.paid();
  const found = await catchUpEvents(journey.now());
  expect(found).toBeGreaterThan(0);
  expect(await catchUpEvents(journey.now())).toBe(0);
});

describe('money that waits for payout details', () => {
  const providerOf = () => db().provider.findUniqueOrThrow({ where: { id: journey.specialist.providerId } });
  const mails = (kind: string) =>
    db().email.count({
      where: { kind: `payment.${kind}`, accountId: journey.specialist.actor.accountId },
    });

  it('warns on day 30 and 60, stops sales on day 75, gives back on day 85', async () => {
    const bookingId = await journey.accepted();
    await journey.held(bookingId);
    await sweepMoney();
    const { chargedAt } = await journey.payment(bookingId);
    const at = (days: number) => addHours(chargedAt ?? journey.now(), days * 24);
    for (const [days, kinds] of [
      [29, [0, 0, 0]],
      [30, [1, 0, 0]],
      [60, [1, 1, 0]],
      [75, [1, 1, 1]],
    ] as const) {
      await sweepWaiting(at(days));
      await sweepWaiting(at(days));
      expect([await mails('waiting30'), await mails('waiting60'), await mails('waiting75')]).toEqual(kinds);
    }
    expect((await providerOf()).salesStoppedAt).not.toBeNull();
    await expect(journey.hold()).rejects.toThrow('no free time');
    await journey.fund(50_000);
    await sweepWaiting(at(84.9));
    expect((await journey.payment(bookingId)).status).toBe('releasable');
    await journey.advance(at(85));
    await sweepWaiting(at(85));
    await journey.drain();
    expect((await journey.payment(bookingId)).status).toBe('refunded');
    await journey.expectSound();
  });

  it('of a suspended provider goes back on day 85 too, though the details are complete, and warns of nothing', async () => {
    const bookingId = await journey.accepted();
    await journey.onboard();
    await journey.held(bookingId);
    await db().provider.update({
      where: { id: journey.specialist.providerId },
      data: { status: 'suspended' },
    });
    await sweepMoney();
    const { chargedAt } = await journey.payment(bookingId);
    const at = (days: number) => addHours(chargedAt ?? journey.now(), days * 24);
    await journey.fund(50_000);
    await sweepWaiting(at(84.9));
    expect((await journey.payment(bookingId)).status).toBe('releasable');
    await journey.advance(at(85));
    await sweepWaiting(at(85));
    await journey.drain();
    expect((await journey.payment(bookingId)).status).toBe('refunded');
    expect(await providerOf()).toMatchObject({ salesStoppedAt: null, payoutWarnedDays: 0 });
    await journey.expectSound();
  });

  it('everything is as before once the details are complete', async () => {
    const bookingId = await journey.accepted();
    const { chargedAt } = await journey.payment(bookingId);
    await sweepWaiting(addHours(chargedAt ?? journey.now(), 76 * 24));
    expect((await providerOf()).salesStoppedAt).not.toBeNull();
    await journey.onboard();
    await sweepWaiting(addHours(chargedAt ?? journey.now(), 77 * 24));
    expect(await providerOf()).toMatchObject({ salesStoppedAt: null, payoutWarnedDays: 0 });
  });
});
