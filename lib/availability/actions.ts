'use server';

import { profileTags } from '@/lib/profiles/rules/tags';
import { defineAction } from '@/lib/server/action';
import { blockTime, unblockTime } from './blocked/block-time';
import { removeExceptions, setExceptions } from './change-exceptions';
import { changeWeek } from './change-week';
import { blockedIdSchema, blockSchema, exceptionDaysSchema, exceptionSchema, weekSchema } from './schema';

export const changeWeekAction = defineAction({ input: weekSchema, run: changeWeek, touches: profileTags });

export const setExceptionsAction = defineAction({
  input: exceptionSchema,
  run: setExceptions,
  touches: profileTags,
});

export const removeExceptionsAction = defineAction({
  input: exceptionDaysSchema,
  run: removeExceptions,
  touches: profileTags,
});

export const blockTimeAction = defineAction({ input: blockSchema, run: blockTime });
export const unblockTimeAction = defineAction({ input: blockedIdSchema, run: unblockTime });
