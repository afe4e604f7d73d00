import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { forgetOldCounters } from '@/lib/server/rate-limit';
import { addHours } from '@/lib/shared/time';
import { deleteEnded } from './repository';

export { answerRegistration } from './answer-registration';
export { answerReset } from './answer-reset';

const daysKept = 7;

/** Takes out what time has ended: sessions, links a week after their end, counters of past windows. */
export async function sweepAccounts(): Promise<void> {
  const now = await clock();
  await deleteEnded(db(), now, addHours(now, -24 * daysKept));
  await forgetOldCounters();
}
