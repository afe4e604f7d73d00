import {
  addHours,
  addLocalDays,
  epochDayToWeekday,
  localDate,
  localDateToEpochDay,
  startOfLocalDay,
} from '@/lib/shared/time';

/** Within so many hours the provider answers, and then the client. */
export const ANSWER_HOURS = 72;
/** An admin means to decide within so many working days. */
export const TARGET_WORKING_DAYS = 2;

/** The last instant for an answer, or for a reply to it. */
export function answerDeadline(since: Date): Date {
  return addHours(since, ANSWER_HOURS);
}

/** Whether a deadline allows it: at its last instant it still does. */
export function isInTime(deadline: Date | null, now: Date): boolean {
  return deadline !== null && now <= deadline;
}

const isWorkingDay = (date: string) => epochDayToWeekday(localDateToEpochDay(date)) <= 5;

/**
 * When a claim that has come to an admin is to be decided: two working days later at the same time of day, on the
 * operator's clocks. What comes on a Saturday or Sunday counts from Monday's beginning. Public holidays count as days.
 */
export function decisionDue(since: Date, zone: string): Date {
  let date = localDate(since, zone);
  let sinceMidnight = since.getTime() - startOfLocalDay(date, zone).getTime();
  if (!isWorkingDay(date)) sinceMidnight = 0;
  while (!isWorkingDay(date)) date = addLocalDays(date, 1);
  for (let left = TARGET_WORKING_DAYS; left > 0; ) {
    date = addLocalDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return new Date(startOfLocalDay(date, zone).getTime() + sinceMidnight);
}

export type Urgency = 'calm' | 'soon' | 'overdue';

/** Under ten hours are few; past the target it is overdue. */
export function urgencyOf(dueAt: Date, now: Date): Urgency {
  if (dueAt < now) return 'overdue';
  return dueAt <= addHours(now, 10) ? 'soon' : 'calm';
}
