import { readSource } from '@/lib/availability/calendars/jobs';
import { carryOutCall } from '@/lib/payments/carry-out-call';
import { lookIntoEvent } from '@/lib/payments/look-into-event';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { reportFailures } from '@/lib/server/jobs/sweep-rows';
import { expireDue } from './expire-due';
import { remindDue } from './remind-parties';
import { followPayment } from './follow-payment';
import { listKnownIds } from './repository';
import { lapseReschedules } from './reschedule/lapse-reschedules';
import { endWaiting } from './waiting/end-waiting';
import { offerOpenTimes } from './waiting/offer-open-times';

/** Makes a call of the payment outbox and lets the booking follow what became of it. */
export async function carryOutStripeCall({ callId }: { callId: string }): Promise<void> {
  const now = await clock();
  const done = await carryOutCall(callId, now);
  if (!done) return;
  if (done.facts) await followPayment(done.facts, now);
  await done.finish();
}

/** Looks into an event of the payment service and lets the booking follow what is true now. */
export async function handleStripeEvent({ eventId }: { eventId: string }): Promise<void> {
  const now = await clock();
  const found = await lookIntoEvent(eventId, now);
  if (!found) return;
  await followPayment(found.facts, now);
  await found.finish();
}

/** Holds, requests and proposals whose time is over. */
export async function expireDueBookings(): Promise<void> {
  const now = await clock();
  reportFailures('deadlines', (await expireDue(now)) + (await lapseReschedules(now)));
}

/** Sessions that start soon. */
export async function remindOfSessions(): Promise<void> {
  reportFailures('reminders', await remindDue(await clock()));
}

/** Places that have become free without a booking that made way, and waits whose days are over. */
export async function sweepWaiting(): Promise<void> {
  const now = await clock();
  reportFailures('waiting', (await offerOpenTimes(now)) + (await endWaiting(now)));
}

/** What time alone has decided, and then what nears; either is done although the other failed. */
export async function sweepBookings(): Promise<void> {
  const done = await Promise.allSettled([expireDueBookings(), remindOfSessions()]);
  for (const each of done) if (each.status === 'rejected') throw each.reason;
}

/** A calendar from elsewhere that subscribed to our own feed brings our bookings back: they are told from others by id. */
export async function readCalendar({ sourceId }: { sourceId: string }): Promise<void> {
  await readSource(sourceId, { ownBookings: (specialistId, ids) => listKnownIds(db(), specialistId, ids) });
}
