import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { endProposal } from './end-proposal';
import { lockBooking } from './repository';
import type { ReasonInput } from './schema';

/** The provider takes a proposal back that nobody has accepted yet; the client may be told why. */
export async function withdrawProposal(
  actor: Actor,
  { bookingId, reason }: ReasonInput,
): Promise<Result<{ bookingId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:withdrawProposal', booking)) return err('common.notFound');
    const by = { party: 'provider' as const, accountId: actor.accountId };
    const ended = await endProposal(tx, { booking, transition: 'withdrawProposal', by, now, reason });
    return ended.ok ? ok({ bookingId }) : ended;
  });
}
