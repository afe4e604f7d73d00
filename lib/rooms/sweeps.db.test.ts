import { expect, it } from 'vitest';
import { expireDueBookings } from '@/lib/booking/jobs';
import { sweepMoney } from '@/lib/payments/jobs';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { settleEndedSessions } from './jobs';

const now = new Date();

/** Two requests; the older one comes first in every sweep. */
async function twoRequests(hoursAhead: number): Promise<[string, string]> {
  const specialist = await makeSpecialist();
  const client = await makeAccount();
  const older = await makeAuthorisedRequest({ specialist, client, startsAt: addHours(now, hoursAhead) });
  const newer = await makeAuthorisedRequest({ specialist, client, startsAt: addHours(now, hoursAhead + 2) });
  return [older, newer];
}

const statusOf = async (id: string) => (await db().booking.findUniqueOrThrow({ where: { id } })).status;
const paymentOf = (bookingId: string) => db().payment.findUniqueOrThrow({ where: { bookingId } });

it('a request that cannot be closed keeps no other open', async () => {
  const [bad, good] = await twoRequests(100);
  for (const [id, hours] of [
    [bad, -2],
    [good, -1],
  ] as const)
    await db().booking.update({ where: { id }, data: { answerBy: addHours(now, hours) } });
  // Nothing was paid, so that nothing can be given back.
  await db().payment.update({ where: { bookingId: bad }, data: { status: 'paid_held' } });
  await expect(expireDueBookings()).rejects.toThrow('1 rows failed');
  expect([await statusOf(bad), await statusOf(good)]).toEqual(['pending', 'rejected']);
});

it('a session whose outcome cannot be settled keeps no other waiting', async () => {
  const [bad, good] = await twoRequests(-10);
  for (const id of [bad, good]) {
    await db().booking.update({ where: { id }, data: { status: 'accepted' } });
    const { startsAt } = await db().booking.findUniqueOrThrow({ where: { id } });
    for (const party of ['client', 'provider'] as const) {
      const { clientId: accountId } = await db().booking.findUniqueOrThrow({ where: { id } });
      const stay = { joinedAt: startsAt, lastSeenAt: addHours(startsAt, 1) };
      await db().attendance.create({ data: { bookingId: id, accountId, party, ...stay } });
    }
    await db().payment.update({
      where: { bookingId: id },
      data: { status: 'paid_held', paidAmount: 12_000 },
    });
  }
  await db().booking.update({ where: { id: bad }, data: { commissionBps: 20_000 } });
  await expect(settleEndedSessions()).rejects.toThrow('1 rows failed');
  expect([await statusOf(bad), await statusOf(good)]).toEqual(['accepted', 'completed']);
});

it('money that cannot be released holds no other', async () => {
  const [bad, good] = await twoRequests(-200);
  for (const [id, currency, hours] of [
    // No money that we know.
    [bad, 'XYZ', -3],
    [good, 'EUR', -2],
  ] as const) {
    await db().booking.update({ where: { id }, data: { status: 'completed' } });
    const claim = { claimUntil: addHours(now, hours), deliveredAt: addHours(now, -100) };
    const data = { status: 'delivered_held' as const, advisorAmount: 9858, currency, ...claim };
    await db().payment.update({ where: { bookingId: id }, data });
  }
  await expect(sweepMoney()).rejects.toThrow('1 rows failed');
  expect((await paymentOf(bad)).status).toBe('delivered_held');
  expect((await paymentOf(good)).status).toBe('releasable');
});
