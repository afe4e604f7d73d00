'use server';

import { profileTags } from '@/lib/profiles/rules/tags';
import { defineAction } from '@/lib/server/action';
import { publishProfile } from './publish-profile';
import { availableSchema, nothingSchema } from './schema';
import { switchAvailable } from './switch-available';
import { unpublishProfile } from './unpublish-profile';

export const publishProfileAction = defineAction({
  input: nothingSchema,
  run: publishProfile,
  touches: profileTags,
});

export const unpublishProfileAction = defineAction({
  input: nothingSchema,
  run: unpublishProfile,
  touches: profileTags,
});

export const switchAvailableAction = defineAction({ input: availableSchema, run: switchAvailable });
