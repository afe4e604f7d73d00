'use server';

import { raisePlaces } from '@/lib/events/raise-places';
import { profileTags } from '@/lib/profiles/rules/tags';
import { defineAction } from '@/lib/server/action';
import { measureProvider } from './measures/measure-provider';
import { measureSchema } from './measures/schema';
import { raisePlacesSchema } from './schema';

export const raisePlacesAction = defineAction({ input: raisePlacesSchema, run: raisePlaces });
export const measureProviderAction = defineAction({
  input: measureSchema,
  run: measureProvider,
  touches: profileTags,
});
