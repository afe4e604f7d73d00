import { confirmTime, freeTime } from '@/lib/availability/occupy-time';
import {
  type BookingParty,
  type BookingTransition,
  bookingMachine,
  isOccupying,
} from '@/lib/booking/rules/status';
import { tieClient } from '@/lib/relationships/tie-client';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';
import { occupationOf } from './occupation';
import { updateStatus } from './repository';
import type { BookingRecord } from './types';
import { settleEntry } from './waiting/move-entry';
import { offerFreedTime } from './waiting/offer-freed-time';

export type Mover = { party: BookingParty; accountId: string | null };

type Move = {
  booking: BookingRecord;
  transition: BookingTransition;
  by: Mover;
  now: Date;
  /** What else is written with the new status. */
  data?: Prisma.BookingUncheckedUpdateManyInput;
};

/**
 * The one way to a new status: the machine allows it, compare-and-set writes it, the audit log tells it, and the
 * specialist's time is taken or given back as the new status says: what is given back goes to the first who waits for it.
 * Whoever takes time is a client of the provider. `booking.statusChanged` when somebody was faster.
 */
export async function changeStatus(
  tx: Tx,
  { booking, transition, by, now, data }: Move,
): Promise<Result<BookingRecord>> {
  const next = bookingMachine.next(booking.status, transition, by.party);
  if (!next.ok) return next.error.code === 'common.conflict' ? err('booking.statusChanged') : next;
  const status = next.value;
  if (!(await updateStatus(tx, booking, { ...data, status }))) return err('booking.statusChanged');
  await recordAudit(tx, {
    at: now,
    party: by.party,
    accountId: by.accountId,
    action: `booking.${transition}`,
    subjectType: 'booking',
    subjectId: booking.id,
    from: booking.status,
    to: status,
  });
  if (booking.waitingEntryId) await settleEntry(tx, { entryId: booking.waitingEntryId, status, by, now });
  await settleTime(tx, { ...booking, status }, now);
  return ok({ ...booking, status, version: booking.version + 1 });
}

async function settleTime(tx: Tx, booking: BookingRecord, now: Date): Promise<void> {
  const { providerId, id: sourceId, status } = booking;
  if (isOccupying(status)) {
    await confirmTime(tx, { ...occupationOf(booking), kind: 'booking' }, now);
    await tieClient(tx, { providerId, clientId: booking.clientId, since: now });
  } else if (status !== 'completed' && status !== 'missed') {
    await freeTime(tx, sourceId);
    await offerFreedTime(tx, { ...occupationOf(booking), givenUpBy: booking.clientId }, now);
  }
  await enqueue(tx, 'directory.refresh', { providerId });
}
