import { err, ok, type Result } from '@/lib/shared/result';
import { addMinutes } from '@/lib/shared/time';

/** Opening the summary holds the time for so long; the one extension adds as much again. */
export const HOLD_MINUTES = 15;

export type Hold = { readonly heldUntil: Date; readonly extendedAt: Date | null };

/** A new hold. A client has one at a time: making one ends the others of the same client. */
export function newHold(now: Date): Hold {
  return { heldUntil: addMinutes(now, HOLD_MINUTES), extendedAt: null };
}

/** Whether the time is still held: until `heldUntil`, not at it. */
export function isHeld(hold: Hold, now: Date): boolean {
  return now < hold.heldUntil;
}

/**
 * Extends a hold once by 15 minutes, counted from its end, so that extending early costs nothing. Over:
 * `booking.holdExpired`; extended before: `booking.holdAlreadyExtended`.
 */
export function extendHold(hold: Hold, now: Date): Result<Hold> {
  if (!isHeld(hold, now)) return err('booking.holdExpired');
  if (hold.extendedAt !== null) return err('booking.holdAlreadyExtended');
  return ok({ heldUntil: addMinutes(hold.heldUntil, HOLD_MINUTES), extendedAt: now });
}
