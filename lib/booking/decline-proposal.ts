import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isOpenProposal } from '@/lib/booking/rules/proposal';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { endProposal } from './end-proposal';
import { lockBooking } from './repository';
import type { ReasonInput } from './schema';

/** The client says no to a proposal, with or without a reason, before its deadline (`booking.proposalLapsed`). */
export async function declineProposal(
  actor: Actor,
  { bookingId, reason }: ReasonInput,
): Promise<Result<{ bookingId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:declineProposal', booking)) return err('common.notFound');
    if (booking.status === 'proposed' && !isOpenProposal(booking, now)) return err('booking.proposalLapsed');
    const by = { party: 'client' as const, accountId: actor.accountId };
    const ended = await endProposal(tx, { booking, transition: 'declineProposal', by, now, reason });
    return ended.ok ? ok({ bookingId }) : ended;
  });
}
