import { listEndedBookings } from '@/lib/booking/read-booking';
import { decideOutcome } from '@/lib/booking/rules/outcome';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { db } from '@/lib/server/db/client';
import { listStays } from './repository';

const batch = 50;

/**
 * Decides, from attendance and the clock, what became of the sessions that ended. In person, where nobody checks in,
 * what the provider has not marked within 24 h counts as completed. Returns how many were decided.
 */
export async function settleOutcomes(now: Date): Promise<number> {
  const ended = await listEndedBookings(db(), now, batch);
  for (const booking of ended) {
    const outcome =
      booking.channel === 'in_person'
        ? 'completed'
        : decideOutcome({ ...booking, ...(await listStays(db(), booking.id)) });
    const settled = await settleOutcome(booking.id, outcome, now);
    if (!settled.ok && settled.error.code !== 'booking.statusChanged')
      throw new Error(`outcome of ${booking.id}: ${settled.error.code}`);
  }
  return ended.length;
}
