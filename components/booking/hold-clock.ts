/** What is left of a hold, in whole seconds, never below zero. */
export function secondsLeft(heldUntil: number, now: number): number {
  return Math.max(0, Math.ceil((heldUntil - now) / 1000));
}

/** "9:42", and "1:09:42" from an hour on. */
export function writeLeft(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

export type Announcement = 'fiveMinutes' | 'oneMinute' | 'over';

/** What is said aloud when the clock passes from one second to another: at five, at one, at zero minutes. */
export function announcementBetween(before: number, after: number): Announcement | undefined {
  const passes = (mark: number) => before > mark && after <= mark;
  if (passes(0)) return 'over';
  if (passes(60)) return 'oneMinute';
  if (passes(300)) return 'fiveMinutes';
  return undefined;
}
