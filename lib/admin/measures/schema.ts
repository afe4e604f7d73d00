import { z } from 'zod';
import { paragraph } from '@/lib/shared/text';
import { measureKinds } from './rules/standing';

export const measureSchema = z.object({
  providerId: z.uuid('common.notFound'),
  kind: z.enum(measureKinds, 'common.invalidChoice'),
  reason: paragraph(3000).min(1, 'common.required'),
});
export type MeasureInput = z.output<typeof measureSchema>;
