import { listEndedBookings } from '@/lib/booking/read-booking';
import { decideOutcome, type Session } from '@/lib/booking/rules/outcome';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { db } from '@/lib/server/db/client';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { listStays } from './repository';

const batch = 50;

type Ended = Session & { id: string; channel: string };

/**
 * Decides, from attendance and the clock, what became of the sessions that ended. In person, where nobody checks in,
 * what the provider has not marked within 24 h counts as completed. Returns how many failed.
 */
export function settleOutcomes(now: Date): Promise<number> {
  return sweepRows<Ended>({
    name: 'rooms.settleOutcomes',
    next: (seen) => listEnded(now, seen),
    handle: (session) => settle(session, now),
  });
}

async function listEnded(now: Date, seen: string[]): Promise<Ended[]> {
  const bookings = await listEndedBookings(db(), now, batch, seen);
  const staysOf = await listStays(
    db(),
    bookings.map(({ id }) => id),
  );
  return bookings.map((booking) => ({ ...booking, ...staysOf(booking.id) }));
}

async function settle(session: Ended, now: Date): Promise<void> {
  const outcome = session.channel === 'in_person' ? 'completed' : decideOutcome(session);
  const settled = await settleOutcome(session.id, outcome, now);
  if (!settled.ok && settled.error.code !== 'booking.statusChanged')
    throw new Error(`outcome of ${session.id}: ${settled.error.code}`);
}
