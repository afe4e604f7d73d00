import type { BookingStatus } from '@/lib/booking/rules/status';
import { type WaitingTransition, waitingMachine } from '@/lib/booking/rules/waiting';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockEntry, updateEntry } from './repository';
import type { WaitingEntry } from './types';

type Moved = Pick<WaitingEntry, 'id' | 'status'>;

type By = { party: 'client' | 'system'; accountId: string | null };
type Move = { entry: Moved; transition: WaitingTransition; by: By; now: Date };

/** Who moves a wait along with what was offered: its client, or the system for everybody else. */
export function moverOfWait({ party, accountId }: { party: string; accountId: string | null }): By {
  return party === 'client' ? { party, accountId } : { party: 'system', accountId: null };
}

/** The audit entry of a wait that begins. */
export function auditJoin(
  tx: Tx,
  { entryId, clientId, now }: { entryId: string; clientId: string; now: Date },
): Promise<void> {
  return recordAudit(tx, {
    at: now,
    party: 'client',
    accountId: clientId,
    action: 'waiting.join',
    subjectType: 'waiting',
    subjectId: entryId,
    to: 'waiting',
  });
}

/** The one way to a new status of a wait: the machine allows it, compare-and-set writes it, the audit log tells it. */
export async function moveEntry(tx: Tx, { entry, transition, by, now }: Move): Promise<Result<Moved>> {
  const next = waitingMachine.next(entry.status, transition, by.party);
  if (!next.ok) return err('waiting.changed');
  if (!(await updateEntry(tx, entry, next.value, now))) return err('waiting.changed');
  await recordAudit(tx, {
    at: now,
    party: by.party,
    accountId: by.accountId,
    action: `waiting.${transition}`,
    subjectType: 'waiting',
    subjectId: entry.id,
    from: entry.status,
    to: next.value,
  });
  return ok({ ...entry, status: next.value });
}

type Settled = {
  entryId: string;
  /** What became of the offered booking. */
  status: BookingStatus;
  by: { party: string; accountId: string | null };
  now: Date;
};

/**
 * What an offered booking means for the wait that it answers: booked ends it; let go or not answered in time, the client
 * waits on. What becomes of the booking later does not reach it.
 */
export async function settleEntry(tx: Tx, { entryId, status, by, now }: Settled): Promise<void> {
  const transition = transitionFor(status);
  if (!transition) return;
  const entry = await lockEntry(tx, entryId);
  const who = moverOfWait(by);
  if (!entry || !waitingMachine.canTransition(entry.status, transition, who.party)) return;
  const moved = await moveEntry(tx, { entry, transition, by: who, now });
  if (!moved.ok) throw new Error(`waiting entry ${entryId}: ${moved.error.code}`);
}

function transitionFor(status: BookingStatus): WaitingTransition | null {
  if (status === 'pending' || status === 'accepted') return 'take';
  return status === 'expired' ? 'pass' : null;
}
