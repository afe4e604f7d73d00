import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { endSeatHold } from './end-hold';
import { lockSeatWithEvent } from './lock-seat';

/** The client leaves without paying: the seat is free at once and an open checkout ends. */
export async function abandonHold(
  actor: Actor,
  { seatId }: { seatId: string },
): Promise<Result<{ eventId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const found = await lockSeatWithEvent(tx, seatId);
    if (!found || !can(actor, 'seat:pay', found.seat)) return err('common.notFound');
    const { seat } = found;
    const by = { party: 'client' as const, accountId: actor.accountId };
    const ended = await endSeatHold(tx, { seat, transition: 'abandon', by, now });
    return ended.ok ? ok({ eventId: seat.eventId }) : ended;
  });
}
