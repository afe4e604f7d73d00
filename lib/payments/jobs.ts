import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { isMissing } from '@/lib/server/stripe/outcome';
import { doAll, reportFailures } from '@/lib/server/jobs/sweep-rows';
import { addHours } from '@/lib/shared/time';
import { carryOutCall } from './calls/carry-out-call';
import { sweepAccounts } from './connect/sweep-accounts';
import { sweepDebtPayments } from './debts/pay/sweep-debt-payments';
import { type BillingNews, lookIntoEvent } from './look-into-event';
import { parkEvent } from './park-event';
import { catchUpEvents } from './reconciliation/catch-up';
import { reconcile } from './reconciliation/reconcile';
import { findLastCheck } from './reconciliation/repository';
import { chargeDueCards } from './sweeps/charge-due-cards';
import { pollRefunds } from './sweeps/poll-refunds';
import { retryRefunds } from './sweeps/retry-refunds';
import { listForgottenCalls, listForgottenEvents, listForgottenPayouts } from './sweeps/repository';
import { sweepPayments } from './sweeps/sweep-payments';
import type { PaymentFacts } from './types';
import { sweepWaiting } from './waiting/sweep-waiting';

const batch = 500;

/** Who follows what the payment service says: the booking, the seat or the plan that was sold, handed in from above. */
export type PaymentFollowers = {
  booking: (facts: PaymentFacts & { subject: { bookingId: string } }, now: Date) => Promise<void>;
  seat: (facts: PaymentFacts & { subject: { seatId: string } }, now: Date) => Promise<void>;
  plan: (news: BillingNews, now: Date) => Promise<void>;
  /** The card that was stored for a session was refused: its client is told, with a link to pay. */
  refused: (subject: { bookingId: string }) => Promise<void>;
};

function follow(facts: PaymentFacts, followers: PaymentFollowers, now: Date): Promise<void> {
  const { subject } = facts;
  return subject.seatId === undefined
    ? followers.booking({ ...facts, subject }, now)
    : followers.seat({ ...facts, subject }, now);
}

/** Makes a call of the payment outbox and lets what was sold follow what became of it. */
export async function carryOutStripeCall(
  { callId }: { callId: string },
  followers: PaymentFollowers,
): Promise<void> {
  const now = await clock();
  const done = await carryOutCall(callId, now);
  if (!done) return;
  if (done.facts) await follow(done.facts, followers, now);
  if (done.refused) await followers.refused(done.refused);
  await done.finish();
}

/**
 * Looks into an event of the payment service and lets what was sold follow what is true now. One about an object that the
 * service does not know (of another of its modes, or gone) is parked like one that we do not know.
 */
export async function handleStripeEvent(
  { eventId }: { eventId: string },
  followers: PaymentFollowers,
): Promise<void> {
  const now = await clock();
  try {
    const found = await lookIntoEvent(eventId, now);
    if (!found) return;
    await (found.facts ? follow(found.facts, followers, now) : followers.plan(found.billing, now));
    await found.finish();
  } catch (error) {
    if (!isMissing(error)) throw error;
    log.warn({ event: eventId, err: error }, 'event about an object that the payment service does not know');
    await parkEvent(eventId, now);
  }
}

/** Money that time alone moves. */
export async function sweepMoney(): Promise<void> {
  const now = await clock();
  reportFailures(
    'money',
    (await sweepPayments(now)) +
      (await retryRefunds(now)) +
      (await chargeDueCards(now)) +
      (await sweepDebtPayments(now)),
  );
}

/** Refunds under way of which nobody tells. */
export async function lookAtRefunds(): Promise<void> {
  reportFailures('refunds', await pollRefunds(await clock()));
}

/**
 * Once an hour: events that were not delivered, accounts that are not complete, money that waits for details; once a day the
 * check of the ledger.
 */
export async function lookAfterMoney(): Promise<void> {
  const now = await clock();
  await doAll([
    catchUpEvents(now),
    sweepAccounts(now).then((failed) => reportFailures('connected accounts', failed)),
    sweepWaiting(now).then((failed) => reportFailures('waiting money', failed)),
    checkDaily(now),
  ]);
}

/** The check that an admin asked for. */
export async function checkLedger(): Promise<void> {
  await reconcile(await clock());
}

const checkEveryHours = 23;

async function checkDaily(now: Date): Promise<void> {
  const last = await findLastCheck(db());
  if (last && addHours(last.startedAt, checkEveryHours) > now) return;
  await reconcile(now);
}

/**
 * Calls, events and own payouts that should long be done and have lost their job get a new one, and so do parked events
 * whose time to be looked at again has come; handling them twice changes nothing.
 */
export async function requeueForgotten(): Promise<void> {
  const now = await clock();
  await inTransaction(async (tx) => {
    for (const callId of await listForgottenCalls(tx, now, batch))
      await enqueue(tx, 'stripe.call', { callId });
    for (const eventId of await listForgottenEvents(tx, now, batch))
      await enqueue(tx, 'stripe.event', { eventId });
    for (const payoutId of await listForgottenPayouts(tx, now, batch))
      await enqueue(tx, 'payout.own', { payoutId });
  });
}
