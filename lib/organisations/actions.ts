'use server';

import { profileTags } from '@/lib/profiles/rules/tags';
import { defineAction } from '@/lib/server/action';
import { acceptInvitation, declineInvitation } from './answer-invitation';
import { inviteMember } from './invite-member';
import { revokeInvitation } from './revoke-invitation';
import { answerSchema, invitationIdSchema, inviteSchema, switchSchema } from './schema';
import { switchPractice } from './switch-practice';

export const inviteMemberAction = defineAction({ input: inviteSchema, run: inviteMember });
export const revokeInvitationAction = defineAction({ input: invitationIdSchema, run: revokeInvitation });

export const acceptInvitationAction = defineAction({
  input: answerSchema,
  run: acceptInvitation,
  touches: profileTags,
  next: () => '/practice/team',
});

export const declineInvitationAction = defineAction({
  input: answerSchema,
  run: declineInvitation,
  next: (_, { token }) => ({ pathname: '/invitation', query: { token } }),
});

export const switchPracticeAction = defineAction({
  input: switchSchema,
  run: switchPractice,
  next: () => '/practice',
});
