import { returnMoney } from '@/lib/payments/return-money';
import type { Tx } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import { changeStatus, type Mover } from './change-status';
import { type BookingNews, tellParties } from './tell-parties';
import type { BookingRecord } from './types';

/** How a proposal ends without a session, and what both sides then hear. */
const news = {
  declineProposal: 'proposalDeclined',
  withdrawProposal: 'proposalWithdrawn',
  proposalOver: 'proposalLapsed',
} as const satisfies Record<string, BookingNews>;

type Ending = {
  booking: BookingRecord;
  transition: keyof typeof news;
  by: Mover;
  now: Date;
  reason?: string | null;
};

/** A proposal ends: the time is free at once, an open checkout ends with it, and both sides are told. */
export async function endProposal(
  tx: Tx,
  { booking, transition, by, now, reason = null }: Ending,
): Promise<Result<undefined>> {
  const data = { closedAt: now, closedBy: by.party, reason };
  const moved = await changeStatus(tx, { booking, transition, by, now, data });
  if (!moved.ok) return moved;
  await returnMoney(tx, { bookingId: booking.id, cause: 'withdrawn', now });
  await tellParties(tx, booking.id, news[transition]);
  return ok();
}
