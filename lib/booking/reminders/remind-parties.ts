import { dueReminder, type ReminderHours } from '@/lib/booking/rules/reminder';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { lockBooking } from '../repository';
import { type BookingNews, tellOfStart } from '../tell-parties';
import { insertReminder, listToRemind } from './repository';

const batch = 50;

const news = { 24: 'reminder24', 1: 'reminder1' } as const satisfies Record<ReminderHours, BookingNews>;

/**
 * Reminds both sides of accepted sessions 24 h and 1 h before they start, each once for a start, whatever crashes or
 * runs twice. Returns how many failed.
 */
export function remindDue(now: Date): Promise<number> {
  return sweepRows({
    name: 'booking.remindDue',
    next: (seen) => listToRemind(db(), now, batch, seen),
    handle: ({ id }) => inTransaction((tx) => remind(tx, id, now)),
  });
}

async function remind(tx: Tx, bookingId: string, now: Date): Promise<void> {
  const booking = await lockBooking(tx, bookingId);
  const hours = booking && dueReminder(booking, now);
  if (!booking || hours === null) return;
  const { startsAt } = booking;
  if (await insertReminder(tx, { bookingId, hoursBefore: hours, startsAt, toldAt: now }))
    await tellOfStart(tx, bookingId, news[hours]);
}
