import { now as clock } from '@/lib/server/clock';
import { reportFailures } from '@/lib/server/jobs/sweep-rows';
import { settleEvents } from './settle-events';
import { settleOutcomes } from './settle-outcomes';

/** Decides the sessions and events that have ended since the last look. */
export async function settleEndedSessions(): Promise<void> {
  const now = await clock();
  reportFailures('outcomes', (await settleOutcomes(now)) + (await settleEvents(now)));
}
