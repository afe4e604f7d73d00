import { readSource } from '@/lib/availability/calendars/jobs';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { doAll, reportFailures } from '@/lib/server/jobs/sweep-rows';
import { cancelUnpaid } from './cancel-unpaid';
import { expireDue } from './expire-due';
import { remindDue } from './reminders/remind-parties';
import { listKnownIds } from './repository';
import { lapseReschedules } from './reschedule/lapse-reschedules';
import { endWaiting } from './waiting/end-waiting';
import { offerOpenTimes } from './waiting/offer-open-times';

/** Holds, requests and proposals whose time is over, and sessions that are not paid in time. */
export async function expireDueBookings(): Promise<void> {
  const now = await clock();
  const failed = (await expireDue(now)) + (await lapseReschedules(now)) + (await cancelUnpaid(now));
  reportFailures('deadlines', failed);
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
  await doAll([expireDueBookings(), remindOfSessions()]);
}

/**
 * A calendar from elsewhere that subscribed to our own feed brings our bookings back: they are told from others by id, and
 * so is what others put into the feed.
 */
export async function readCalendar(
  { sourceId }: { sourceId: string },
  listOthers: (specialistId: string, ids: string[]) => Promise<Set<string>>,
): Promise<void> {
  await readSource(sourceId, {
    ownBookings: async (specialistId, ids) =>
      new Set([...(await listKnownIds(db(), specialistId, ids)), ...(await listOthers(specialistId, ids))]),
  });
}
