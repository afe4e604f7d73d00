import { z } from 'zod';
import { typedPrice } from '@/lib/services/schema';
import { fileLimits } from '@/lib/shared/file-limits';
import { paragraph } from '@/lib/shared/text';
import { claimGrounds, claimReasons, claimWishes, verdicts } from './rules/outcome';

const claimId = z.uuid('common.notFound');
const words = paragraph(5000).min(1, 'common.required');

/** Files by our names of them. */
const files = z.array(z.uuid('file.gone')).max(fileLimits.mostFiles, 'file.tooMany').default([]);
/** A file that is still on its way holds the form up; the sentence stands at the files. */
const withFiles = { files, uploading: z.literal('1').optional() };

function settled<T extends { uploading?: '1' | undefined }>(
  { uploading, ...rest }: T,
  context: z.RefinementCtx,
): Omit<T, 'uploading'> {
  if (uploading) context.addIssue({ code: 'custom', path: ['files'], message: 'file.uploading' });
  return rest;
}

const optionalAmount = z
  .union([z.literal('').transform(() => null), typedPrice])
  .optional()
  .transform((amount) => amount ?? null);

export const openClaimSchema = z
  .object({
    bookingId: z.uuid('common.notFound').optional(),
    seatId: z.uuid('common.notFound').optional(),
    reason: z.enum(claimReasons, 'common.required'),
    wish: z.enum(claimWishes, 'common.required'),
    amount: optionalAmount,
    text: words,
    ...withFiles,
  })
  .transform(settled);
export type OpenClaimInput = z.output<typeof openClaimSchema>;

/** Which part of the queue is shown; what cannot be read is passed over. */
export const queueSchema = z.object({ view: z.enum(['waiting', 'withOthers', 'closed']).catch('waiting') });

export const claimSchema = z.object({ claimId });
export type ClaimInput = z.output<typeof claimSchema>;

export const messageSchema = z.object({ claimId, text: words, ...withFiles }).transform(settled);
export type MessageInput = z.output<typeof messageSchema>;

export const noteSchema = z.object({ claimId, text: words });
export type NoteInput = z.output<typeof noteSchema>;

export const answerSchema = z
  .object({
    claimId,
    verdict: z.enum(verdicts, 'common.required'),
    amount: optionalAmount,
    text: words,
    ...withFiles,
  })
  .transform(settled);
export type AnswerInput = z.output<typeof answerSchema>;

export const decisionSchema = z.object({
  claimId,
  verdict: z.enum(verdicts, 'common.required'),
  amount: optionalAmount,
  ground: z
    .union([z.literal('').transform(() => null), z.enum(claimGrounds, 'common.invalidChoice')])
    .optional()
    .transform((ground) => ground ?? null),
  text: words,
});
export type DecisionInput = z.output<typeof decisionSchema>;
