'use server';

import { defineAction } from '@/lib/server/action';
import { addEducation } from './add-education';
import { changeProfile } from './change-profile';
import { changeSeller } from './change-seller';
import { changeTexts } from './change-texts';
import { removeEducation } from './remove-education';
import { profileTags } from './rules/tags';
import { educationIdSchema, educationSchema, profileSchema, sellerSchema, textsSchema } from './schema';

export const changeProfileAction = defineAction({
  input: profileSchema,
  run: changeProfile,
  touches: profileTags,
});

export const changeTextsAction = defineAction({
  input: textsSchema,
  run: changeTexts,
  touches: profileTags,
});

export const changeSellerAction = defineAction({
  input: sellerSchema,
  run: changeSeller,
  touches: profileTags,
});

export const addEducationAction = defineAction({
  input: educationSchema,
  run: addEducation,
  touches: profileTags,
  next: () => '/practice/profile',
});

export const removeEducationAction = defineAction({
  input: educationIdSchema,
  run: removeEducation,
  touches: profileTags,
  next: () => '/practice/profile',
});
