import { z } from 'zod';
import { readWeekForm } from './rules/week-form';

/** The fields of the week's form, by their names (see `weekField`). */
export const weekSchema = z.record(z.string(), z.unknown()).transform((fields, context) => {
  const { week, errors } = readWeekForm(fields);
  for (const { field, code } of errors) context.addIssue({ code: 'custom', message: code, path: [field] });
  return { week };
});
export type WeekInput = z.output<typeof weekSchema>;
