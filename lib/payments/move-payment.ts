import { type PaymentParty, type PaymentTransition, paymentMachine } from '@/lib/payments/rules/status';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { updatePayment } from './repository';
import type { PaymentRecord } from './types';

type Move = {
  payment: PaymentRecord;
  transition: PaymentTransition;
  by?: PaymentParty;
  now: Date;
  data?: Prisma.PaymentUncheckedUpdateManyInput;
};

/**
 * The one way to a new payment status: the machine allows it, compare-and-set writes it, the audit log tells it. Callers
 * hold the row's lock, so a refusal here is a bug and throws; the transaction is then undone.
 */
export async function movePayment(
  tx: Tx,
  { payment, transition, by = 'system', now, data }: Move,
): Promise<PaymentRecord> {
  const next = paymentMachine.next(payment.status, transition, by);
  if (!next.ok) throw new Error(`payment ${payment.id}: ${transition} from ${payment.status} by ${by}`);
  const status = next.value;
  if (!(await updatePayment(tx, payment, { ...data, status })))
    throw new Error(`payment ${payment.id} changed meanwhile`);
  await recordAudit(tx, {
    at: now,
    party: by,
    accountId: null,
    action: `payment.${transition}`,
    subjectType: 'payment',
    subjectId: payment.id,
    from: payment.status,
    to: status,
  });
  return { ...payment, status, version: payment.version + 1 };
}
