import { type LocalDate, localDate } from '@/lib/shared/time';

type Start = { readonly start: Date };
export type NextDay<T extends Start> = { readonly date: LocalDate; readonly times: readonly T[] };

/**
 * The first days that have a free time, on the clocks of `zone`, each with its first times. `times` ascend; days
 * without one are left out.
 */
export function nextDays<T extends Start>(
  times: readonly T[],
  zone: string,
  { days, perDay }: { days: number; perDay: number },
): NextDay<T>[] {
  const result: { date: LocalDate; times: T[] }[] = [];
  for (const time of times) {
    const date = localDate(time.start, zone);
    const last = result.at(-1);
    if (last?.date === date) {
      if (last.times.length < perDay) last.times.push(time);
    } else if (result.length === days) break;
    else result.push({ date, times: [time] });
  }
  return result;
}
