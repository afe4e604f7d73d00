import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, type Result } from '@/lib/shared/result';
import { endHold } from './end-hold';
import { lockBooking } from './repository';
import type { BookingInput } from './schema';

/** The client leaves without paying: the time is free at once and an open checkout ends. */
export async function abandonHold(actor: Actor, { bookingId }: BookingInput): Promise<Result<undefined>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:pay', booking)) return err('common.notFound');
    const by = { party: 'client' as const, accountId: actor.accountId };
    return endHold(tx, { booking, transition: 'abandon', by, now });
  });
}
