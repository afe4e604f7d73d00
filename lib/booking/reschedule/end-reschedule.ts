import { freeTime } from '@/lib/availability/occupy-time';
import { rescheduleMachine, type RescheduleTransition } from '@/lib/booking/rules/reschedule';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';
import type { Mover } from '../change-status';
import { occupationOf } from '../occupation';
import type { BookingRecord } from '../types';
import { offerFreedTime } from '../waiting/offer-freed-time';
import { closeReschedule, type RescheduleRecord } from './repository';

type Closing = {
  proposal: RescheduleRecord;
  providerId: string;
  transition: RescheduleTransition;
  by: Mover;
  now: Date;
};

/** Which part somebody plays in a proposal. */
function roleOf({ proposedBy }: RescheduleRecord, { party }: Mover): 'proposer' | 'other' | 'system' {
  if (party === proposedBy) return 'proposer';
  return party === 'client' || party === 'provider' ? 'other' : 'system';
}

/**
 * The one way for a proposal to end: the machine allows it, compare-and-set writes it, the audit log tells it, and the
 * time that it took is free again. `booking.rescheduleOver` when it was decided meanwhile or by somebody who may not.
 */
export async function endReschedule(
  tx: Tx,
  { proposal, providerId, transition, by, now }: Closing,
): Promise<Result<undefined>> {
  const next = rescheduleMachine.next(proposal.status, transition, roleOf(proposal, by));
  if (!next.ok || next.value === 'open') return err('booking.rescheduleOver');
  if (!(await closeReschedule(tx, proposal.id, { status: next.value, decidedAt: now })))
    return err('booking.rescheduleOver');
  await freeTime(tx, proposal.id);
  await recordAudit(tx, {
    at: now,
    party: by.party,
    accountId: by.accountId,
    action: `reschedule.${transition}`,
    subjectType: 'reschedule',
    subjectId: proposal.id,
    from: proposal.status,
    to: next.value,
  });
  await enqueue(tx, 'directory.refresh', { providerId });
  return ok();
}

/** What a proposal kept goes to those who wait, once nothing else of its session takes it. */
export function offerProposedTime(
  tx: Tx,
  booking: BookingRecord,
  { startsAt, endsAt }: RescheduleRecord,
  now: Date,
): Promise<void> {
  const { start, end, specialistId } = occupationOf({ ...booking, startsAt, endsAt });
  return offerFreedTime(tx, { start, end, specialistId, givenUpBy: booking.clientId }, now);
}
