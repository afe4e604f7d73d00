'use server';

import { membershipSchema, roleSchema } from '@/lib/organisations/schema';
import { profileTags } from '@/lib/profiles/rules/tags';
import { defineAction } from '@/lib/server/action';
import { changeRole } from './change-role';
import { leaveOrganisation, removeMember } from './remove-member';

export const removeMemberAction = defineAction({
  input: membershipSchema,
  run: removeMember,
  touches: profileTags,
});

export const changeRoleAction = defineAction({ input: roleSchema, run: changeRole, touches: profileTags });

export const leaveOrganisationAction = defineAction({
  input: membershipSchema,
  run: leaveOrganisation,
  touches: profileTags,
  next: ({ isPracticeLeft }) => (isPracticeLeft ? '/home' : '/practice/team'),
});
