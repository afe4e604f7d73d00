'use server';

import { defineAction } from '@/lib/server/action';
import { endFeed, renewFeed } from './change-feed';
import { feedSchema } from './schema';

export const renewFeedAction = defineAction({ input: feedSchema, run: renewFeed });
export const endFeedAction = defineAction({ input: feedSchema, run: endFeed });
