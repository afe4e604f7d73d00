import type { BookingStatus } from '@/lib/booking/rules/status';
import { addHours } from '@/lib/shared/elapsed';

/** A client has so long to answer a proposal. */
export const PROPOSAL_HOURS = 48;

/** Nobody plans a special arrangement further ahead: so many days, elapsed. */
export const PROPOSAL_HORIZON_DAYS = 365;

/** Until when a proposal takes the time: 48 elapsed hours, or the start when that comes earlier. */
export function proposalDeadline(startsAt: Date, now: Date): Date {
  const deadline = addHours(now, PROPOSAL_HOURS);
  return deadline < startsAt ? deadline : startsAt;
}

type Proposal = { status: BookingStatus; heldUntil: Date | null };

/** Whether a booking is a proposal that can still be accepted: until its deadline, not at it. */
export function isOpenProposal({ status, heldUntil }: Proposal, now: Date): boolean {
  return status === 'proposed' && heldUntil !== null && now < heldUntil;
}

/** The latest start that can be proposed. */
export function lastProposedStart(now: Date): Date {
  return addHours(now, PROPOSAL_HORIZON_DAYS * 24);
}
