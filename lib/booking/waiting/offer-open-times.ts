import { WAITING_DAYS } from '@/lib/booking/rules/waiting';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { addHours } from '@/lib/shared/time';
import { offerFreedTime } from './offer-freed-time';
import { listAwaited } from './repository';

const batch = 50;

/**
 * What has become free in other ways than by a booking that made way goes to those who wait too, if nobody was faster:
 * other hours, time given back, another day that can be booked by now. Returns how many failed.
 */
export function offerOpenTimes(now: Date): Promise<number> {
  const end = addHours(now, (WAITING_DAYS + 1) * 24);
  return sweepRows({
    name: 'waiting.offer',
    next: (seen) => listAwaited(db(), batch, seen),
    handle: ({ id: specialistId }) =>
      inTransaction((tx) => offerFreedTime(tx, { specialistId, start: now, end, givenUpBy: null }, now)),
  });
}
