'use server';

import { raisePlaces } from '@/lib/events/raise-places';
import { profileTags } from '@/lib/profiles/rules/tags';
import { defineAction } from '@/lib/server/action';
import { measureProvider } from './measures/measure-provider';
import { measureSchema } from './measures/schema';
import { editPlan, switchPlan } from '@/lib/plans/edit-plan';
import { plansTag } from '@/lib/plans/rules/tags';
import { setMinimums } from '@/lib/plans/set-minimums';
import { editPlanSchema, minimumsSchema, raisePlacesSchema, switchPlanSchema } from './schema';

export const measureProviderAction = defineAction({
  input: measureSchema,
  run: measureProvider,
  touches: profileTags,
});

export const raisePlacesAction = defineAction({ input: raisePlacesSchema, run: raisePlaces });

const plansPages = () => [plansTag];

export const editPlanAction = defineAction({ input: editPlanSchema, run: editPlan, touches: plansPages });

export const switchPlanAction = defineAction({
  input: switchPlanSchema,
  run: switchPlan,
  touches: plansPages,
});

export const setMinimumsAction = defineAction({ input: minimumsSchema, run: setMinimums });
