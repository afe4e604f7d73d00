import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isCancellable } from '@/lib/booking/rules/cancellation';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { endEvent, endingTimeout } from './end-event';
import { lockEvent } from './repository';

/** The provider cancels an event on sale, until its start and not at it: everything paid goes back and all are told. */
export async function cancelEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<Result<{ eventId: string }>> {
  const now = await clock();
  const cancel = async (tx: Tx): Promise<Result<{ eventId: string }>> => {
    const event = await lockEvent(tx, eventId);
    if (!event || !can(actor, 'event:cancel', event)) return err('common.notFound');
    if (event.status !== 'published') return err('event.statusChanged');
    if (!isCancellable(event.startsAt, now)) return err('booking.alreadyStarted');
    const by = { party: 'provider' as const, accountId: actor.accountId };
    const ended = await endEvent(tx, { event, ending: 'by_host', by, now });
    return ended.ok ? ok({ eventId }) : ended;
  };
  return inTransaction(cancel, { timeout: endingTimeout });
}
