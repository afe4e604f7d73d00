import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { sweepPayments } from './sweep-payments';

/** Money that time alone moves. */
export async function sweepMoney(): Promise<void> {
  const now = await clock();
  while ((await sweepPayments(now)) > 0);
}

/** Calls and events whose job should long be done get a new one; handling them twice changes nothing. */
export async function requeueForgotten(): Promise<void> {
  const before = new Date(Date.now() - 60_000);
  const where = { createdAt: { lt: before } };
  const [calls, events] = await Promise.all([
    db().stripeCall.findMany({ where: { ...where, status: 'waiting' }, select: { id: true }, take: 100 }),
    db().webhookEvent.findMany({
      where: { receivedAt: { lt: before }, status: 'received' },
      select: { id: true },
      take: 100,
    }),
  ]);
  await inTransaction(async (tx) => {
    for (const { id } of calls) await enqueue(tx, 'stripe.call', { callId: id });
    for (const { id } of events) await enqueue(tx, 'stripe.event', { eventId: id });
  });
}
