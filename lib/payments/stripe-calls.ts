import type { Database, Tx } from '@/lib/server/db/client';
import { enqueue } from '@/lib/server/jobs/boss';

/** Calls that wait in the outbox until the business change is committed. */
export type StripeCallKind =
  | 'expireCheckout'
  | 'capture'
  | 'releaseAuthorisation'
  | 'detachCard'
  | 'chargeCard'
  | 'refund'
  | 'transfer'
  | 'reversal';

export type StripeCallRecord = {
  id: string;
  paymentId: string;
  kind: string;
  idempotencyKey: string;
  input: Record<string, string | number>;
  status: 'waiting' | 'done' | 'failed';
  /** When it was first tried, before this time; null at the first try. */
  firstTriedAt: Date | null;
};

type NewCall = {
  paymentId: string;
  kind: StripeCallKind;
  idempotencyKey: string;
  input?: Record<string, string | number>;
  now: Date;
};

/**
 * Writes the call with its key, and the job that makes it, into the business transaction. A known key is not written
 * again.
 */
export async function scheduleCall(tx: Tx, { now, input = {}, ...call }: NewCall): Promise<void> {
  const rows = await tx.stripeCall.createManyAndReturn({
    data: [{ ...call, input, createdAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of rows) await enqueue(tx, 'stripe.call', { callId: id });
}

/** The call, marked as tried, or null when there is nothing left to do. */
export async function beginCall(database: Database, id: string, now: Date): Promise<StripeCallRecord | null> {
  const row = await database.stripeCall.findUnique({
    where: { id },
    select: {
      id: true,
      paymentId: true,
      kind: true,
      idempotencyKey: true,
      input: true,
      status: true,
      firstTriedAt: true,
    },
  });
  if (!row || row.status !== 'waiting') return null;
  await database.stripeCall.update({
    where: { id },
    data: { attempts: { increment: 1 }, firstTriedAt: row.firstTriedAt ?? now },
    select: { id: true },
  });
  return { ...row, input: row.input as Record<string, string | number> };
}

export async function finishCall(
  database: Database,
  id: string,
  status: 'done' | 'failed',
  now: Date,
  lastError?: string,
): Promise<void> {
  await database.stripeCall.update({
    where: { id },
    data: { status, doneAt: now, lastError: lastError ?? null },
    select: { id: true },
  });
}
