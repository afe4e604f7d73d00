import { cancelByAdmin } from '@/lib/booking/cancel-by-admin';
import { cancelEventByAdmin } from '@/lib/events/cancel-by-admin';
import { endPlanOfClosed } from '@/lib/plans/subscriptions/end-of-closed';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { reportFailures, sweepRows } from '@/lib/server/jobs/sweep-rows';
import { listBookingsToEnd, listEventsToEnd, listPlansToEnd } from './repository';

const batch = 50;

/**
 * What lies ahead at a closed account is cancelled, each in a transaction of its own, also what is paid only later, and its
 * plan ends.
 */
export async function endClosedAccounts(): Promise<void> {
  const now = await clock();
  const bookings = await sweepRows({
    name: 'provider.endBookings',
    next: (seen) => listBookingsToEnd(db(), now, batch, seen),
    handle: ({ id, adminId }) => cancelByAdmin(id, { adminId, now }),
  });
  const events = await sweepRows({
    name: 'provider.endEvents',
    next: (seen) => listEventsToEnd(db(), now, batch, seen),
    handle: ({ id, adminId }) => cancelEventByAdmin(id, { adminId, now }),
  });
  const plans = await sweepRows({
    name: 'provider.endPlans',
    next: (seen) => listPlansToEnd(db(), batch, seen),
    handle: ({ id }) => endPlanOfClosed(id, now),
  });
  reportFailures('closed accounts', bookings + events + plans);
}
