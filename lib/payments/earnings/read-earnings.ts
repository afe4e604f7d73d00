import { earningState } from '@/lib/payments/rules/advisor-share';
import type { Database } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { localDate, startOfLocalDay } from '@/lib/shared/time';
import { listUnbooked, sumBooked } from './repository';
import type { EarningTotals } from './types';

export { findEarning as readEarning } from './repository';

/** The provider's money in all; the month is that of its zone. Sessions to come count with their expected part. */
export async function readEarningTotals(
  database: Database,
  { providerId, zone, now }: { providerId: string; zone: string; now: Date },
): Promise<EarningTotals> {
  const monthStart = startOfLocalDay(`${localDate(now, zone).slice(0, 7)}-01`, zone);
  const [{ byStatus, recent }, unbooked] = await Promise.all([
    sumBooked(database, providerId, monthStart),
    listUnbooked(database, providerId),
  ]);
  const inState = (state: string) =>
    byStatus
      .filter(({ status }) => earningState(status) === state)
      .reduce((sum, { amount }) => sum + amount, 0);
  const expected = unbooked.reduce((sum, { share }) => sum + share.advisor, 0);
  return {
    held: inState('held') + expected,
    released: inState('released'),
    paidOut: inState('paidOut'),
    paidOutThisMonth: recent,
    currency: unbooked[0]?.currency ?? env().CURRENCY,
  };
}
