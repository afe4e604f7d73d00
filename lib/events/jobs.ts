import { readProfile } from '@/lib/profiles/read-profile';
import { profileTag } from '@/lib/profiles/rules/tags';
import { touchTags } from '@/lib/server/cache/tags';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { doAll, reportFailures } from '@/lib/server/jobs/sweep-rows';
import { judgeMinimums } from './judge-minimum';
import { remindOfEvents } from './reminders/remind-of-events';
import { findEvent } from './repository';
import { eventTag } from './rules/tags';
import { expireHolds } from './seats/expire-holds';
import { endSeatWaiting, offerOpenSeats } from './waiting/sweep';

/** The pages that show an event are made anew: its own, and the profile of who gives it. */
export async function refreshEvent({ eventId }: { eventId: string }): Promise<void> {
  const event = await findEvent(db(), eventId);
  const profile = event && (await readProfile(db(), event.providerId));
  await touchTags([eventTag(eventId), ...(profile ? [profileTag(profile.slug)] : [])]);
}

/** Holds that are over, minimums to be judged, and what starts soon; each is done although another failed. */
export async function sweepEvents(): Promise<void> {
  const now = await clock();
  const deadlines = async () =>
    reportFailures('event deadlines', (await expireHolds(now)) + (await judgeMinimums(now)));
  const reminders = async () => reportFailures('event reminders', await remindOfEvents(now));
  await doAll([deadlines(), reminders()]);
}

/** Seats that are free while somebody waits for one, and waits for events that take nobody any more. */
export async function sweepSeatWaiting(): Promise<void> {
  const now = await clock();
  reportFailures('waiting for seats', (await offerOpenSeats(now)) + (await endSeatWaiting(now)));
}
