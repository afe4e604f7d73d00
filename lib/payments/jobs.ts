import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { reportFailures } from '@/lib/server/jobs/sweep-rows';
import { pollRefunds } from './sweeps/poll-refunds';
import { retryRefunds } from './sweeps/retry-refunds';
import { listForgottenCalls, listForgottenEvents } from './sweeps/repository';
import { sweepPayments } from './sweeps/sweep-payments';

const batch = 500;

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
  await inTransaction(async (tx) => {
    for (const callId of await listForgottenCalls(tx, now, batch))
      await enqueue(tx, 'stripe.call', { callId });
    for (const eventId of await listForgottenEvents(tx, now, batch))
      await enqueue(tx, 'stripe.event', { eventId });
  });
}
