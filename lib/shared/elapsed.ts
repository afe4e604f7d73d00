const MINUTE = 60_000;

/** Elapsed minutes later; negative goes back. Clocks of the wall play no part. */
export function addMinutes(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * MINUTE);
}

/** Elapsed hours later: 48 hours before 10:00 may be 9:00 or 11:00 on the wall when summer time changes. */
export function addHours(date: Date, hours: number): Date {
  return addMinutes(date, hours * 60);
}

/** Elapsed minutes from `a` to `b`, negative when `b` is earlier, with fractions. */
export function minutesBetween(a: Date, b: Date): number {
  return (b.getTime() - a.getTime()) / MINUTE;
}
