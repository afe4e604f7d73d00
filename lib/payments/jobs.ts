import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { listWithoutJob } from '@/lib/server/jobs/live-jobs';
import { reportFailures } from '@/lib/server/jobs/sweep-rows';
import { addMinutes } from '@/lib/shared/time';
import { pollRefunds } from './sweeps/poll-refunds';
import { retryRefunds } from './sweeps/retry-refunds';
import { sweepPayments } from './sweeps/sweep-payments';

/** Money that time alone moves. */
export async function sweepMoney(): Promise<void> {
  const now = await clock();
  reportFailures('money', (await sweepPayments(now)) + (await retryRefunds(now)));
}

/** Refunds under way of which nobody tells. */
export async function lookAtRefunds(): Promise<void> {
  reportFailures('refunds', await pollRefunds(await clock()));
}

/**
 * Calls and events that should long be done and have lost their job get a new one, and so do parked events whose time to
 * be looked at again has come; handling them twice changes nothing.
 */
export async function requeueForgotten(): Promise<void> {
  const now = await clock();
  const [calls, events] = await Promise.all([listWaitingCalls(now), listWaitingEvents(now)]);
  const lostCalls = await listWithoutJob(db(), 'stripe.call', 'callId', calls);
  const lostEvents = await listWithoutJob(db(), 'stripe.event', 'eventId', events);
  await inTransaction(async (tx) => {
    for (const callId of lostCalls) await enqueue(tx, 'stripe.call', { callId });
    for (const eventId of lostEvents) await enqueue(tx, 'stripe.event', { eventId });
  });
}

const batch = 100;
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

async function listWaitingCalls(now: Date): Promise<string[]> {
  const rows = await db().stripeCall.findMany({
    where: { createdAt: { lt: addMinutes(now, -1) }, status: 'waiting' },
    select: { id: true },
    take: batch,
  });
  return idsOf(rows);
}

/** Events are received at the database's time and parked at the product's. */
async function listWaitingEvents(now: Date): Promise<string[]> {
  const rows = await db().webhookEvent.findMany({
    where: {
      OR: [
        { status: 'received', receivedAt: { lt: addMinutes(new Date(), -1) } },
        { status: 'parked', lookAgainAt: { lte: now } },
      ],
    },
    select: { id: true },
    take: batch,
  });
  return idsOf(rows);
}
