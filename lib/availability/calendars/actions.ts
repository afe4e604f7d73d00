'use server';

import { defineAction } from '@/lib/server/action';
import { addSource } from './add-source';
import { readSourceNow } from './read-source-now';
import { removeSource } from './remove-source';
import { sourceIdSchema, sourceSchema } from './schema';

export const addCalendarAction = defineAction({ input: sourceSchema, run: addSource });
export const readCalendarAction = defineAction({ input: sourceIdSchema, run: readSourceNow });
export const removeCalendarAction = defineAction({ input: sourceIdSchema, run: removeSource });
