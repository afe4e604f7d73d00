import { addHours, addMinutes } from '@/lib/shared/time';

/** Switched on it stays for so long, unless it is switched off before. */
export const AVAILABLE_HOURS = 2;
/** Whoever is available now can be booked with a start within so many minutes. */
export const AVAILABLE_START_MINUTES = 30;

export function availableUntil(now: Date): Date {
  return addHours(now, AVAILABLE_HOURS);
}

/** Whether it is switched on: until its end, that instant not included. */
export function isSwitchedOn(until: Date | null, now: Date): boolean {
  return until !== null && now < until;
}

/** Whether somebody is shown as available now: switched on, and something can be booked that starts soon. */
export function isAvailableNow(
  { availableUntil: until, nextFreeAt }: { availableUntil: Date | null; nextFreeAt: Date | null },
  now: Date,
): boolean {
  const soon = addMinutes(now, AVAILABLE_START_MINUTES);
  return isSwitchedOn(until, now) && nextFreeAt !== null && now < nextFreeAt && nextFreeAt <= soon;
}
