import type { BookingStatus } from '@/lib/booking/rules/status';
import { addHours } from '@/lib/shared/time';

/** Both sides are reminded so many hours before the start, the far one first. */
export const reminderHours = [24, 1] as const;
export type ReminderHours = (typeof reminderHours)[number];

export type Reminded = {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  /** When the session came to stand as it does; null while it does not. */
  readonly decidedAt: Date | null;
};

/**
 * The reminder that is to be told now, if any: of an accepted session, from 24 h and from 1 h before its start (those
 * instants included) until it starts. The far one is not told any more once the near one's time has come. What was
 * accepted later than a reminder's time needs none: it was told just then.
 */
export function dueReminder({ status, startsAt, decidedAt }: Reminded, now: Date): ReminderHours | null {
  if (status !== 'accepted' || decidedAt === null || startsAt <= now) return null;
  const hours = reminderHours.findLast((each) => addHours(startsAt, -each) <= now);
  return hours !== undefined && decidedAt <= addHours(startsAt, -hours) ? hours : null;
}
