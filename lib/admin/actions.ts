'use server';

import { raisePlaces } from '@/lib/events/raise-places';
import { defineAction } from '@/lib/server/action';
import { raisePlacesSchema } from './schema';

export const raisePlacesAction = defineAction({ input: raisePlacesSchema, run: raisePlaces });
