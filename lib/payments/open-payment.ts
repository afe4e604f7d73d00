import type { Tx } from '@/lib/server/db/client';
import { insertPayment } from './repository';

type NewPayment = {
  bookingId: string;
  clientId: string;
  providerId: string;
  amount: number;
  currency: string;
};

/** The money side of a new booking: nothing asked yet, or nothing ever at price 0. */
export function openPayment(tx: Tx, payment: NewPayment): Promise<string> {
  return insertPayment(tx, { ...payment, status: payment.amount === 0 ? 'not_needed' : 'none' });
}
