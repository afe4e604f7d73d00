import { z } from 'zod';
import { usableDate } from '@/lib/availability/schema';

/** The first day alone is meant when there is no last one. */
export const waitSchema = z
  .object({
    serviceId: z.uuid('common.notFound'),
    first: usableDate,
    last: z.union([z.literal(''), usableDate]).optional(),
  })
  .transform(({ last, ...rest }) => ({ ...rest, last: last || rest.first }));
export type WaitInput = z.output<typeof waitSchema>;

export const entrySchema = z.object({ entryId: z.uuid('common.notFound') });
export type EntryInput = z.output<typeof entrySchema>;
