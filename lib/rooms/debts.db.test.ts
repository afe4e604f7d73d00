import { beforeEach, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { listOpenDebts, lockDebts } from '@/lib/payments/debts/repository';
import { writeOffDebt } from '@/lib/payments/debts/write-off-debt';
import { takeOutRecord, recordOffline } from '@/lib/payments/offline/record-offline';
import { insertNettings } from '@/lib/payments/payouts/repository';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;
let admin: AccountActor;
let paymentId: string;
let debtId: string;
/** A payment whose transfer the debt is to lower. */
let loweredId: string;

beforeEach(async () => {
  const service = { paymentMode: 'off_platform' as const, confirmationMode: 'instant' as const };
  journey = await TestJourney.start(stripe, { services: [service, {}] });
  await journey.advance(new Date());
  admin = await makeAccount({ isAdmin: true });
  const bookingId = await journey.hold();
  await journey.order(bookingId);
  paymentId = (await journey.payment(bookingId)).id;
  await recordOffline(journey.specialist.actor, { paymentId, amount: 12_000 });
  await journey.advance((await db().booking.findUniqueOrThrow({ where: { id: bookingId } })).endsAt);
  expect((await settleOutcome(bookingId, 'completed', journey.now())).ok).toBe(true);
  debtId = (await db().providerDebt.findFirstOrThrow({ where: { paymentId } })).id;
  loweredId = (await journey.payment(await journey.hold())).id;
});

/** Resolves when a statement of somebody else waits for this transaction. */
async function isWaitedFor(query: (sql: string) => Promise<{ count: number }[]>): Promise<void> {
  const waiting = `select count(*)::int as count from pg_locks
    where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  for (;;) if (((await query(waiting))[0]?.count ?? 0) > 0) return;
}

/** A payout sets the debt off while somebody does something else with it, as far as that may go on meanwhile. */
async function setOffWhile<T>(run: () => Promise<T>): Promise<T> {
  const { providerId } = journey.specialist;
  const due = addHours(journey.now(), 24 * 40);
  const { other } = await inTransaction(async (tx) => {
    await lockDebts(tx, providerId);
    const [debt] = await listOpenDebts(tx, providerId, due);
    expect(debt).toEqual({ id: debtId, open: 2142 });
    const running = run();
    await Promise.race([running, isWaitedFor((sql) => tx.$queryRawUnsafe(sql))]);
    await insertNettings(tx, [{ debtId, paymentId: loweredId, amount: 2142 }], journey.now());
    return { other: running };
  });
  return other;
}

it('a debt that a payout is just setting off is not given up as well', async () => {
  expect(await setOffWhile(() => writeOffDebt(admin, { debtId }))).toMatchObject({
    error: { code: 'payment.debtUnderWay' },
  });
  expect(await db().providerDebt.findUniqueOrThrow({ where: { id: debtId } })).toMatchObject({ settled: 0 });
});

it('nor is the amount taken out that made it', async () => {
  const { id: recordId } = await db().offlineRecord.findFirstOrThrow({ where: { paymentId } });
  const takeOut = () => takeOutRecord(journey.specialist.actor, { paymentId, recordId });
  expect(await setOffWhile(takeOut)).toMatchObject({ error: { code: 'payment.recordInvoiced' } });
  expect(await db().providerDebt.findUniqueOrThrow({ where: { id: debtId } })).toMatchObject({
    amount: 2142,
  });
});

it('a debt that was given up meanwhile is not set off any more', async () => {
  expect((await writeOffDebt(admin, { debtId })).ok).toBe(true);
  const due = addHours(journey.now(), 24 * 40);
  const { providerId } = journey.specialist;
  expect(await inTransaction((tx) => listOpenDebts(tx, providerId, due))).toEqual([]);
});
