import { addLocalDays, type LocalDate } from '@/lib/shared/calendar';

/** Nobody plans further ahead than any service can be booked: two years, today included. */
export const PLANNED_DAYS = 2 * 366;

/** The last day that can be planned. */
export function lastPlannedDay(today: LocalDate): LocalDate {
  return addLocalDays(today, PLANNED_DAYS - 1);
}
