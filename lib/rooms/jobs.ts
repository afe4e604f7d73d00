import { now as clock } from '@/lib/server/clock';
import { settleOutcomes } from './settle-outcomes';

/** Decides the sessions that have ended since the last look. */
export async function settleEndedSessions(): Promise<void> {
  const now = await clock();
  while ((await settleOutcomes(now)) > 0);
}
