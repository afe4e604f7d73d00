import { type Withdrawal, type WithdrawalRule, withdrawalNow } from '@/lib/booking/rules/withdrawal';
import { env } from '@/lib/server/env';
import type { BookingRecord } from '../types';

/** How the operator has set the right of withdrawal. */
export function withdrawalRule(): WithdrawalRule {
  const { WITHDRAWAL_RIGHT: isOn, WITHDRAWAL_KEEPS_LATE_FEE: keepsLateFee } = env();
  return { isOn, keepsLateFee };
}

/** What withdrawing from a session or request would mean now; null when it is not possible. */
export function withdrawalOfBooking(booking: BookingRecord, now: Date): Withdrawal | null {
  const isRequest = booking.status === 'pending';
  if (!isRequest && booking.status !== 'accepted') return null;
  return withdrawalNow({ ...booking, isRequest }, withdrawalRule(), now);
}
