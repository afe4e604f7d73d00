import { addMinutes } from '@/lib/shared/time';

/** An event about something unknown is given up after so many looks, some four days after it came. */
export const PARKED_LOOKS = 16;

const longestMinutes = 12 * 60;

/**
 * When an event about something that we do not know is looked at again after its n-th look: 2, 4, 8, … minutes later, at
 * most 12 hours. Null after the last look.
 */
export function lookAgainAt(looks: number, now: Date): Date | null {
  return looks >= PARKED_LOOKS ? null : addMinutes(now, Math.min(2 ** looks, longestMinutes));
}
