import type { Tx } from '@/lib/server/db/client';
import { insertPayment } from './repository';
import type { PaymentMode } from './rules/payment-time';
import type { subjectColumns } from './rules/subject';

type NewPayment = ReturnType<typeof subjectColumns> & {
  clientId: string;
  providerId: string;
  amount: number;
  currency: string;
  /** How it is paid; at booking unless said otherwise. */
  mode?: PaymentMode;
};

/** The money side of a new booking or seat: nothing asked yet, or nothing ever at price 0. */
export function openPayment(tx: Tx, payment: NewPayment): Promise<string> {
  return insertPayment(tx, { ...payment, status: payment.amount === 0 ? 'not_needed' : 'none' });
}
