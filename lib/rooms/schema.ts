import { z } from 'zod';

/** Somebody is there, or leaves. */
export const presenceSchema = z.object({
  bookingId: z.uuid('common.notFound'),
  leave: z.boolean().optional(),
});
