import { z } from 'zod';
import { line } from '@/lib/shared/text';

const address = z.string('common.required').trim().min(1, 'common.required').max(2000, 'common.tooLong');

export const sourceSchema = z.object({ name: line(80).min(1, 'common.required'), address });
export type SourceInput = z.output<typeof sourceSchema>;

export const sourceIdSchema = z.object({ sourceId: z.uuid('common.notFound') });
