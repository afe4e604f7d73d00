import { formatInstant } from '@/lib/i18n/time-format';
import type { WaitingEntry } from '@/lib/booking/waiting/types';
import type { LocalDate } from '@/lib/shared/time';

const written = (date: LocalDate, locale: string) =>
  formatInstant(new Date(`${date}T12:00:00Z`), { locale, zone: 'UTC', style: 'weekdayDate' });

/** The days of a wait: one, or from one to another. */
export function writeDays(
  { firstDate, lastDate }: Pick<WaitingEntry, 'firstDate' | 'lastDate'>,
  locale: string,
): string {
  const first = written(firstDate, locale);
  return firstDate === lastDate ? first : `${first} – ${written(lastDate, locale)}`;
}
