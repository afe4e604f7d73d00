import type { Tx } from '@/lib/server/db/client';
import type { Party } from '@/lib/server/db/generated/enums';

export type AuditRecord = {
  at: Date;
  party: Party;
  accountId: string | null;
  /** Domain and verb, for instance `booking.accept`. */
  action: string;
  subjectType:
    | 'booking'
    | 'payment'
    | 'provider'
    | 'reschedule'
    | 'service'
    | 'account'
    | 'note'
    | 'event'
    | 'seat'
    | 'waiting'
    | 'membership'
    | 'invitation'
    | 'file'
    | 'claim'
    | 'subscription'
    | 'plan'
    | 'minimumPrice';
  subjectId: string;
  from?: string;
  to?: string;
};

/** Writes who did what; part of the transaction that did it. */
export async function recordAudit(tx: Tx, { from, to, ...entry }: AuditRecord): Promise<void> {
  await tx.auditEntry.create({
    data: { ...entry, fromStatus: from ?? null, toStatus: to ?? null },
    select: { id: true },
  });
}
