'use server';

import { profileTags } from '@/lib/profiles/rules/tags';
import { practiceAddressSchema } from '@/lib/profiles/schema';
import { defineAction } from '@/lib/server/action';
import { changePracticeAddress } from './change-practice-address';
import { changeService } from './change-service';
import { createService } from './create-service';
import { previewTimes } from './preview-times';
import { changeServiceSchema, previewSchema, serviceIdSchema, serviceSchema } from './schema';
import { activateService, deactivateService } from './switch-service';

export const createServiceAction = defineAction({
  input: serviceSchema,
  run: createService,
  touches: profileTags,
  next: () => '/practice/services',
});

export const changeServiceAction = defineAction({
  input: changeServiceSchema,
  run: changeService,
  touches: profileTags,
  next: () => '/practice/services',
});

export const deactivateServiceAction = defineAction({
  input: serviceIdSchema,
  run: deactivateService,
  touches: profileTags,
  next: () => '/practice/services',
});

export const activateServiceAction = defineAction({
  input: serviceIdSchema,
  run: activateService,
  touches: profileTags,
  next: () => '/practice/services',
});

/** Changes nothing: the editor of the week asks while it is edited. */
export const previewTimesAction = defineAction({ input: previewSchema, run: previewTimes, isQuestion: true });

export const changePracticeAddressAction = defineAction({
  input: practiceAddressSchema,
  run: changePracticeAddress,
  touches: profileTags,
});
