import { z } from 'zod';

export const choosePlanSchema = z.object({
  planCode: z.string('common.invalidChoice').regex(/^[a-z_]{1,40}$/, 'common.invalidChoice'),
});
