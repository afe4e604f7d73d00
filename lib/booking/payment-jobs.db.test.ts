import { describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { capturePayment } from '@/lib/payments/capture-payment';
import { requeueForgotten } from '@/lib/payments/jobs';

const jobsOf = (callId: string) => db().$queryRaw<{ id: string }[]>`
  select id from pgboss.job where name = 'stripe.call' and data ->> 'callId' = ${callId}`;

describe('calls that nobody made', () => {
  it('get one new job after a minute of the product’s time, whatever the machine’s clock says', async () => {
    const now = new Date();
    await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 5 * 24 * 3600 * 1000 } });
    const specialist = await makeSpecialist();
    const client = await makeAccount();
    const bookingId = await makeAuthorisedRequest({ specialist, client, startsAt: addHours(now, 24 * 9) });
    await inTransaction((tx) => capturePayment(tx, { bookingId, now: addHours(now, 24 * 5) }));
    const call = await db().stripeCall.findFirstOrThrow({ where: { payment: { bookingId } } });
    expect(await jobsOf(call.id)).toHaveLength(1);
    await db().$executeRaw`delete from pgboss.job where name = 'stripe.call'`;
    await requeueForgotten();
    expect(await jobsOf(call.id)).toHaveLength(0);
    await db().clockOffset.update({
      where: { id: 1 },
      data: { milliseconds: 5 * 24 * 3600 * 1000 + 61_000 },
    });
    await requeueForgotten();
    expect(await jobsOf(call.id)).toHaveLength(1);
    await requeueForgotten();
    expect(await jobsOf(call.id)).toHaveLength(1);
  });
});
