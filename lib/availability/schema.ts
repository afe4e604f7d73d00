import { z } from 'zod';
import { line } from '@/lib/shared/text';
import { isLocalDate } from '@/lib/shared/time';
import { parseTimeOfDay } from './rules/weekly-ranges';
import { dateRanges, type HoursFormError, readRanges, readWeekForm } from './rules/hours-form';

type Report = { addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void };

function report(context: Report, errors: readonly HoursFormError[]): void {
  for (const { field, code } of errors) context.addIssue({ code: 'custom', message: code, path: [field] });
}

const postId = z
  .union([z.literal(''), z.uuid('common.notFound')], 'common.notFound')
  .optional()
  .transform((id) => id || undefined);
/** Whose hours: a practice and one of its members; see `findPost`. */
export const postFields = { practice: postId, member: postId };

/** The fields of the week's form, by their names (see `weekField`). */
export const weekSchema = z.looseObject(postFields).transform(({ practice, member, ...fields }, context) => {
  const { week, errors } = readWeekForm(fields);
  report(context, errors);
  return { week, practice, member };
});
type PostAsked = 'practice' | 'member';
type WithPost<T extends Record<PostAsked, unknown>> = Omit<T, PostAsked> & Partial<Pick<T, PostAsked>>;
export type WeekInput = WithPost<z.output<typeof weekSchema>>;

/** A day that calendars and the database can reckon with. */
const isUsableDate = (text: string) => isLocalDate(text) && text >= '2000-01-01' && text < '2200-01-01';
export const usableDate = z
  .string('common.required')
  .min(1, 'common.required')
  .refine(isUsableDate, 'common.invalidDate');
/** An empty last day means the first alone. */
const lastDate = z.union([z.literal(''), usableDate]).optional();

/** From a day to a day, both included, what is different; ranges as in the week (see `rangeField`). */
export const exceptionSchema = z
  .looseObject({
    first: usableDate,
    last: lastDate,
    kind: z.enum(['closed', 'replaced', 'extra'], 'common.invalidChoice'),
    ...postFields,
  })
  .transform((fields, context) => {
    const { first, kind, practice, member } = fields;
    const days = { first, last: fields.last || first, practice, member };
    if (kind === 'closed') return { ...days, kind, ranges: [] };
    const { ranges, errors } = readRanges(fields, dateRanges);
    report(context, errors);
    return { ...days, kind, ranges };
  });
export type ExceptionInput = WithPost<z.output<typeof exceptionSchema>>;

export const exceptionDaysSchema = z
  .object({ first: usableDate, last: lastDate, ...postFields })
  .transform(({ first, last, ...post }) => ({ first, last: last || first, ...post }));
export type ExceptionDaysInput = WithPost<z.output<typeof exceptionDaysSchema>>;

/** A time of day as typed, in minutes. */
export const timeOfDay = z.string('common.required').transform((text, context) => {
  const minute = parseTimeOfDay(text);
  if (minute.ok) return minute.value;
  context.addIssue({ code: 'custom', message: minute.error.code });
  return z.NEVER;
});

/** From a time of one day to a time of the same or a later one, as they stand on the provider's clocks. */
export const blockSchema = z
  .object({
    date: usableDate,
    startTime: timeOfDay,
    lastDate,
    endTime: timeOfDay,
    title: line(120)
      .optional()
      .transform((text) => text || null),
  })
  .transform(({ startTime: startMinute, endTime: endMinute, ...rest }) => ({
    ...rest,
    lastDate: rest.lastDate || rest.date,
    startMinute,
    endMinute,
  }));
export type BlockInput = z.output<typeof blockSchema>;
export const blockedIdSchema = z.object({ blockedId: z.uuid('common.notFound') });
