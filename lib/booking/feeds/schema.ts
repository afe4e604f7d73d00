import { z } from 'zod';
import { feedKinds } from './types';

export const feedSchema = z.object({ kind: z.enum(feedKinds, 'common.invalidChoice') });
export type FeedInput = z.output<typeof feedSchema>;
