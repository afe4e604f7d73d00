import type { Actor } from '@/lib/access/actor';
import { readPracticeAddress, readZone } from '@/lib/profiles/read-profile';
import type { ChangedProfile } from '@/lib/profiles/types';
import { now as clock } from '@/lib/server/clock';
import { fieldErrors, ok, type Result } from '@/lib/shared/result';
import { addLocalDays, type LocalDate, localDate, localDateToEpochDay } from '@/lib/shared/time';
import { changeHours } from './change-hours';
import { checkRangeMinimums } from './range-minimum';
import { deleteExceptions, insertExceptions } from './repository';
import { dateRanges, rangeField } from './rules/hours-form';
import type { DayException } from './rules/opening-hours';
import { lastPlannedDay } from './rules/planned-days';
import { isInPerson } from './rules/terms';
import { checkDay } from './rules/weekly-ranges';
import type { ExceptionDaysInput, ExceptionInput } from './schema';

/** So many days may be changed at once, today included. */
export const mostExceptionDays = 366;

/**
 * Makes days of the calendar different from the week: closed, with other hours instead, or with more of them. What was
 * said of these days before is replaced. Days are those of the practice's zone, today or later; bookings on them stay.
 * Ranges in person need the address of the practice.
 */
export function setExceptions(
  actor: Actor,
  { first, last, kind, ranges, ...asked }: ExceptionInput,
): Promise<Result<ChangedProfile>> {
  return changeHours(actor, asked, async (tx, post) => {
    const { providerId } = post;
    const today = localDate(await clock(), await readZone(tx, providerId));
    const days = checkDays({ first, last }, today);
    if (!days.ok) return days;
    if (kind !== 'closed' && ranges.length === 0)
      return fieldErrors({ [rangeField(dateRanges, 0, 'start')]: 'availability.rangeMissing' });
    const checked = checkDay(ranges);
    if (!checked.ok) {
      const row = Number(checked.error.details?.['row'] ?? 0);
      return fieldErrors({ [rangeField(dateRanges, row, 'start')]: checked.error.code });
    }
    const row = ranges.findIndex(isInPerson);
    if (kind !== 'closed' && row >= 0 && (await readPracticeAddress(tx, providerId)) === null)
      return fieldErrors({ [rangeField(dateRanges, row, 'start')]: 'service.addressMissing' });
    const low =
      kind !== 'closed' &&
      (await checkRangeMinimums(tx, ranges, (_range, index) => rangeField(dateRanges, index, 'price')));
    if (low) return low;
    await deleteExceptions(tx, post, { first, last });
    await insertExceptions(
      tx,
      post,
      days.value.map((date) => exceptionOn(date, kind, ranges)),
    );
    return ok();
  });
}

function exceptionOn(
  date: LocalDate,
  kind: ExceptionInput['kind'],
  ranges: ExceptionInput['ranges'],
): DayException {
  return kind === 'closed' ? { date, kind } : { date, kind, ranges };
}

function checkDays(
  { first, last }: Pick<ExceptionDaysInput, 'first' | 'last'>,
  today: LocalDate,
): Result<LocalDate[]> {
  const start = localDateToEpochDay(first);
  const count = localDateToEpochDay(last) - start + 1;
  if (first < today) return fieldErrors({ first: 'availability.datePast' });
  if (count < 1) return fieldErrors({ last: 'availability.datesReversed' });
  if (count > mostExceptionDays || last > lastPlannedDay(today))
    return fieldErrors({ last: 'availability.tooManyDays' });
  return ok(Array.from({ length: count }, (_, index) => addLocalDays(first, index)));
}

/** Days that were different follow the week again. */
export function removeExceptions(
  actor: Actor,
  { first, last, ...asked }: ExceptionDaysInput,
): Promise<Result<ChangedProfile>> {
  return changeHours(actor, asked, async (tx, post) => {
    await deleteExceptions(tx, post, { first, last });
    return ok();
  });
}
