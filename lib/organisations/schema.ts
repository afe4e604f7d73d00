import { z } from 'zod';

const role = z.enum(['member', 'manager'], 'common.required');
const token = z.string('auth.linkInvalid').min(20, 'auth.linkInvalid').max(200, 'auth.linkInvalid');

export const inviteSchema = z.object({
  email: z
    .string('account.emailInvalid')
    .trim()
    .toLowerCase()
    .max(254, 'common.tooLong')
    .pipe(z.email('account.emailInvalid')),
  role,
});
export type InviteInput = z.output<typeof inviteSchema>;

export const invitationIdSchema = z.object({ invitationId: z.uuid('common.notFound') });
export type InvitationIdInput = z.output<typeof invitationIdSchema>;

export const answerSchema = z.object({ token });
export type AnswerInput = z.output<typeof answerSchema>;

export const switchSchema = z.object({ providerId: z.uuid('common.notFound') });
export type SwitchInput = z.output<typeof switchSchema>;

export const membershipSchema = z.object({ membershipId: z.uuid('common.notFound') });
export type MembershipInput = z.output<typeof membershipSchema>;

export const roleSchema = z.object({ membershipId: z.uuid('common.notFound'), role });
export type RoleInput = z.output<typeof roleSchema>;
