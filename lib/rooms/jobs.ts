import { now as clock } from '@/lib/server/clock';
import { reportFailures } from '@/lib/server/jobs/sweep-rows';
import { settleOutcomes } from './settle-outcomes';

/** Decides the sessions that have ended since the last look. */
export async function settleEndedSessions(): Promise<void> {
  reportFailures('outcomes', await settleOutcomes(await clock()));
}
