import { z } from 'zod';

/** A form that only has its button. */
export const nothingSchema = z.object({});
