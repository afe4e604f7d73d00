import type { Tx } from '@/lib/server/db/client';
import type { DisputeFact } from '../types';

export function findDispute(tx: Tx, id: string) {
  return tx.dispute.findUnique({ where: { id }, select: { status: true, amount: true } });
}

type Disputed = {
  paymentId: string;
  /** Of a charge that came beside the payment's own: the intent that brought it. */
  surplusIntentId?: string;
};

export async function insertDispute(tx: Tx, of: Disputed, fact: DisputeFact, now: Date): Promise<void> {
  const { id, amount, currency, reason, evidenceDueAt } = fact;
  const fee = fact.withdrawn?.fee ?? 0;
  await tx.dispute.create({
    data: { ...of, id, amount, fee, currency, reason, evidenceDueAt, openedAt: now },
    select: { id: true },
  });
}

export async function closeDispute(tx: Tx, id: string, status: 'won' | 'lost', now: Date): Promise<void> {
  await tx.dispute.update({ where: { id }, data: { status, closedAt: now }, select: { id: true } });
}

/** How many banks have not decided yet about the payment's own charge. */
export async function countOpen(tx: Tx, paymentId: string): Promise<number> {
  return tx.dispute.count({ where: { paymentId, status: 'open', surplusIntentId: null } });
}
