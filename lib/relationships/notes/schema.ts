import { z } from 'zod';
import { paragraph } from '@/lib/shared/text';

const noteId = z.uuid('common.notFound');
/** Browsers send two characters for the end of a line, and count one. */
const text = z
  .string('common.required')
  .transform((typed) => typed.replaceAll('\r\n', '\n'))
  .pipe(paragraph(5000).refine((written) => written !== '', 'common.required'));
/** Left empty: about no session in particular. */
const bookingId = z
  .union([z.literal(''), z.uuid('common.notFound')], 'common.notFound')
  .optional()
  .transform((id) => id || null);

export const writeNoteSchema = z.object({ clientId: z.uuid('common.notFound'), bookingId, text });
export type WriteNoteInput = z.output<typeof writeNoteSchema>;

/** `version`: what was on the page when it was opened. */
export const changeNoteSchema = z.object({
  noteId,
  version: z.coerce.number('common.invalidInput').int('common.invalidInput'),
  bookingId,
  text,
});
export type ChangeNoteInput = z.output<typeof changeNoteSchema>;

export const noteSchema = z.object({ noteId });
export type NoteInput = z.output<typeof noteSchema>;
