import type { Tx } from '@/lib/server/db/client';
import type { DisputeFact } from '../types';

export function findDispute(tx: Tx, id: string) {
  return tx.dispute.findUnique({ where: { id }, select: { status: true, amount: true } });
}

export async function insertDispute(tx: Tx, paymentId: string, fact: DisputeFact, now: Date): Promise<void> {
  const { id, amount, currency, reason, evidenceDueAt } = fact;
  const fee = fact.withdrawn?.fee ?? 0;
  await tx.dispute.create({
    data: { id, paymentId, amount, fee, currency, reason, evidenceDueAt, openedAt: now },
    select: { id: true },
  });
}

export async function closeDispute(tx: Tx, id: string, status: 'won' | 'lost', now: Date): Promise<void> {
  await tx.dispute.update({ where: { id }, data: { status, closedAt: now }, select: { id: true } });
}

export async function countOpen(tx: Tx, paymentId: string): Promise<number> {
  return tx.dispute.count({ where: { paymentId, status: 'open' } });
}
