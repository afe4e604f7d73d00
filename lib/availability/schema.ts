import { z } from 'zod';
import { isLocalDate } from '@/lib/shared/time';
import { dateRanges, type HoursFormError, readRanges, readWeekForm } from './rules/hours-form';

type Report = { addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void };

function report(context: Report, errors: readonly HoursFormError[]): void {
  for (const { field, code } of errors) context.addIssue({ code: 'custom', message: code, path: [field] });
}

/** The fields of the week's form, by their names (see `weekField`). */
export const weekSchema = z.record(z.string(), z.unknown()).transform((fields, context) => {
  const { week, errors } = readWeekForm(fields);
  report(context, errors);
  return { week };
});
export type WeekInput = z.output<typeof weekSchema>;

const date = z.string('common.required').min(1, 'common.required').refine(isLocalDate, 'common.invalidDate');
/** An empty last day means the first alone. */
const lastDate = z.union([z.literal(''), date]).optional();

/** From a day to a day, both included, what is different; ranges as in the week (see `rangeField`). */
export const exceptionSchema = z
  .looseObject({
    first: date,
    last: lastDate,
    kind: z.enum(['closed', 'replaced', 'extra'], 'common.invalidChoice'),
  })
  .transform((fields, context) => {
    const { first, kind } = fields;
    const days = { first, last: fields.last || first };
    if (kind === 'closed') return { ...days, kind, ranges: [] };
    const { ranges, errors } = readRanges(fields, dateRanges);
    report(context, errors);
    return { ...days, kind, ranges };
  });
export type ExceptionInput = z.output<typeof exceptionSchema>;

export const exceptionDaysSchema = z
  .object({ first: date, last: lastDate })
  .transform(({ first, last }) => ({ first, last: last || first }));
export type ExceptionDaysInput = z.output<typeof exceptionDaysSchema>;
