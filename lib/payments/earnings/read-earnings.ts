import { monthStart, monthsUntil } from '@/lib/payments/rules/months';
import type { Database } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { sumBooked, sumExpected, sumMonths } from './sums-repository';
import type { EarningMonth, EarningTotals } from './types';

export { findEarning as readEarning } from './repository';

type Question = { providerId: string; zone: string; now: Date };

/** The provider's money in all; the month is that of its zone. Sessions to come count with their expected part. */
export async function readEarningTotals(
  database: Database,
  { providerId, zone, now }: Question,
): Promise<EarningTotals> {
  const [booked, expected] = await Promise.all([
    sumBooked(database, providerId, monthStart(now, zone)),
    sumExpected(database, providerId),
  ]);
  return {
    held: booked.held + expected.amount,
    frozen: booked.frozen + expected.frozen,
    returning: booked.returning,
    released: booked.released,
    paidOut: booked.sent - booked.reversed,
    paidOutThisMonth: booked.sentRecently - booked.reversedRecently,
    owed: booked.owed,
    currency: env().CURRENCY,
  };
}

const monthsShown = 12;

/** What was earned in each of the last twelve months of the provider's zone, this one included, the oldest first. */
export function readEarningMonths(
  database: Database,
  { providerId, zone, now }: Question,
): Promise<EarningMonth[]> {
  return sumMonths(database, providerId, monthsUntil(now, zone, monthsShown));
}
