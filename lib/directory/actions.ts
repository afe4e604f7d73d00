'use server';

import { profileTags } from '@/lib/profiles/rules/tags';
import { defineAction } from '@/lib/server/action';
import { publishProfile } from './publish-profile';
import { nothingSchema } from './schema';
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
