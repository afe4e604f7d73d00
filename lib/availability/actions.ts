'use server';

import { profileTags } from '@/lib/profiles/rules/tags';
import { defineAction } from '@/lib/server/action';
import { changeWeek } from './change-week';
import { weekSchema } from './schema';

export const changeWeekAction = defineAction({ input: weekSchema, run: changeWeek, touches: profileTags });
