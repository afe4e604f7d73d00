import { isCancellable } from '@/lib/booking/rules/cancellation';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, type Result } from '@/lib/shared/result';
import { endEvent, endingTimeout } from './end-event';
import { lockEvent } from './repository';

/**
 * An event on sale of a provider whose account was closed by an admin: it is cancelled before its start, everything paid
 * goes back and all are told. One that has begun meanwhile, or ended another way, stays as it is.
 */
export function cancelEventByAdmin(
  eventId: string,
  { adminId, now }: { adminId: string; now: Date },
): Promise<Result<undefined>> {
  return inTransaction(
    async (tx) => {
      const event = await lockEvent(tx, eventId);
      if (!event) return err('common.notFound');
      if (event.status !== 'published') return err('event.statusChanged');
      if (!isCancellable(event.startsAt, now)) return err('booking.alreadyStarted');
      return endEvent(tx, { event, ending: 'by_host', by: { party: 'admin', accountId: adminId }, now });
    },
    { timeout: endingTimeout },
  );
}
