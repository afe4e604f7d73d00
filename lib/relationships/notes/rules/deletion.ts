import { addHours } from '@/lib/shared/elapsed';

/** A deleted note can be brought back for so many days; then it is taken out for good. */
export const NOTE_RESTORE_DAYS = 7;

/** Until when a note deleted now can be brought back. */
export function restorableUntil(deletedAt: Date): Date {
  return addHours(deletedAt, NOTE_RESTORE_DAYS * 24);
}

/** Notes deleted at this instant or before are gone by now. */
export function lastGone(now: Date): Date {
  return addHours(now, -NOTE_RESTORE_DAYS * 24);
}

/** Whether a deleted note can still be brought back: for exactly seven elapsed days, their end excluded. */
export function isRestorable(deletedAt: Date, now: Date): boolean {
  return now < restorableUntil(deletedAt);
}
