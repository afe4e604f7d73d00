import type { PaymentSubject } from '@/lib/payments/types';

/** What a payment is of, from its two columns or from what the payment service gives back to us: exactly one is there. */
export function readSubject(names: {
  readonly bookingId?: string | null | undefined;
  readonly seatId?: string | null | undefined;
}): PaymentSubject | null {
  const { bookingId, seatId } = names;
  if (bookingId && !seatId) return { bookingId };
  if (seatId && !bookingId) return { seatId };
  return null;
}

/** The same where the database has promised it. */
export function subjectOf(columns: { bookingId: string | null; seatId: string | null }): PaymentSubject {
  const subject = readSubject(columns);
  if (!subject) throw new Error('a payment is of a booking or of a seat');
  return subject;
}

/** The id of whichever it is; payments of one subject are a group at the payment service. */
export function subjectId(subject: PaymentSubject): string {
  return subject.seatId ?? subject.bookingId;
}

/** As a key in the database, and as metadata at the payment service. */
export function subjectColumns(subject: PaymentSubject): { bookingId: string } | { seatId: string } {
  return subject.seatId === undefined ? { bookingId: subject.bookingId } : { seatId: subject.seatId };
}
