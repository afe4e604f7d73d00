import type { DayException } from '@/lib/availability/rules/opening-hours';
import { addLocalDays, type LocalDate } from '@/lib/shared/calendar';

/** Days in a row on which the same is different. */
export type ExceptionRun = {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly exception: DayException;
};

/**
 * Exceptions, one a day and in order, as the stretches in which people think of them: "24 December to 2 January,
 * closed".
 */
export function exceptionRuns(exceptions: readonly DayException[]): ExceptionRun[] {
  const runs: { first: LocalDate; last: LocalDate; exception: DayException }[] = [];
  for (const exception of exceptions) {
    const run = runs.at(-1);
    const goesOn = run && addLocalDays(run.last, 1) === exception.date && isSame(run.exception, exception);
    if (goesOn) run.last = exception.date;
    else runs.push({ first: exception.date, last: exception.date, exception });
  }
  return runs;
}

function isSame({ date: _a, ...a }: DayException, { date: _b, ...b }: DayException): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
