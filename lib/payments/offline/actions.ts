'use server';

import { defineAction } from '@/lib/server/action';
import { recordOffline, takeOutRecord } from './record-offline';
import { recordSchema, takeOutSchema } from './schema';

export const recordOfflineAction = defineAction({ input: recordSchema, run: recordOffline });
export const takeOutRecordAction = defineAction({ input: takeOutSchema, run: takeOutRecord });
