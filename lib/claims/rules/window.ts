import type { BookingStatus } from '@/lib/booking/rules/status';
import type { SeatStatus } from '@/lib/events/rules/status';
import { claimUntil } from '@/lib/payments/rules/release';
import type { PaymentStatus } from '@/lib/payments/rules/status';

/**
 * What became of what a claim is about. `held`: it took place, or is still to be judged. After a late cancellation or an
 * absence the provider owes nothing.
 */
export const courses = ['held', 'lateCancel', 'absence'] as const;
export type Course = (typeof courses)[number];

export type ClaimedBooking = {
  readonly kind: 'booking';
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: 'client' | 'provider' | 'system' | 'admin' | null;
  readonly freeCancelUntil: Date | null;
};
export type ClaimedSeat = {
  readonly kind: 'seat';
  readonly status: SeatStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closedAt: Date | null;
  readonly isLate: boolean;
};

/** What a claim can be about; null for what never took place, or went back in full. */
export function courseOf(subject: ClaimedBooking | ClaimedSeat): Course | null {
  return subject.kind === 'booking' ? courseOfBooking(subject) : courseOfSeat(subject);
}

function courseOfBooking({ status, closedBy, closedAt, freeCancelUntil }: ClaimedBooking): Course | null {
  if (status === 'accepted' || status === 'completed') return 'held';
  if (status === 'missed') return 'absence';
  if (status !== 'cancelled' || closedBy !== 'client' || !closedAt) return null;
  return freeCancelUntil === null || closedAt > freeCancelUntil ? 'lateCancel' : null;
}

function courseOfSeat({ status, isLate }: ClaimedSeat): Course | null {
  if (status === 'booked' || status === 'attended') return 'held';
  if (status === 'absent') return 'absence';
  return status === 'cancelled' && isLate ? 'lateCancel' : null;
}

const gone = new Set<PaymentStatus>(['refunded', 'clawback', 'charged_back']);

/**
 * Whether all of it is on its way back, or with the client's bank: there is nothing left to claim. A part that goes back
 * by the claim itself is none of that.
 */
export function isMoneyGone(money: { readonly status: PaymentStatus; readonly isClaimed: boolean }): boolean {
  return gone.has(money.status) || (money.status === 'refunding' && !money.isClaimed);
}

export type ClaimWindow = { readonly from: Date; readonly until: Date };

/**
 * When a claim can be made: from the start, or from a late cancellation, until exactly 72 elapsed hours after the end,
 * that instant included (PRODUCT: the scheduled end or, if later, the actual one). Null: never.
 */
export function claimWindow(
  subject: ClaimedBooking | ClaimedSeat,
  actualEnd: Date | null = null,
): ClaimWindow | null {
  const course = courseOf(subject);
  if (!course) return null;
  const from = course === 'lateCancel' && subject.closedAt ? subject.closedAt : subject.startsAt;
  return { from, until: claimUntil(subject.endsAt, actualEnd) };
}

export function isWithinWindow({ from, until }: ClaimWindow, now: Date): boolean {
  return from <= now && now <= until;
}
