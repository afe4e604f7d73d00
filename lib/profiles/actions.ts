'use server';

import { redirect } from 'next/navigation';
import { redirectTo } from '@/lib/i18n/redirect';
import { type ActionState, defineAction } from '@/lib/server/action';
import { ok } from '@/lib/shared/result';
import { addEducation } from './add-education';
import { changeProfile } from './change-profile';
import { changeSeller } from './change-seller';
import { changeTexts } from './change-texts';
import { registerProvider } from './register-provider';
import { removeEducation } from './remove-education';
import { profileTags } from './rules/tags';
import {
  educationIdSchema,
  educationSchema,
  profileSchema,
  registerProviderSchema,
  sellerSchema,
  textsSchema,
} from './schema';

const register = defineAction({
  input: registerProviderSchema,
  run: async (actor, input) => {
    const registered = await registerProvider(actor, input);
    return registered.ok ? ok({ next: input.next ?? null }) : registered;
  },
});

/** On to the new profile, or back to where a practice was needed. */
export async function registerProviderAction(state: ActionState<{ next: string | null }>, form: FormData) {
  const result = await register(state, form);
  if (result.status !== 'done') return result;
  if (result.value.next) redirect(result.value.next);
  return redirectTo('/practice/profile');
}

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
