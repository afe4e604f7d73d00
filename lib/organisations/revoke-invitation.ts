import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { asOrganisation } from './invite-member';
import { closeInvitation, lockInvitation } from './repository';
import type { InvitationIdInput } from './schema';

/** Takes an open invitation back: its link works no more. That of a manager only the owner. */
export async function revokeInvitation(
  actor: Actor,
  { invitationId }: InvitationIdInput,
): Promise<Result<undefined>> {
  const acting = asOrganisation(actor);
  if (!acting.ok) return acting;
  const { accountId, provider } = acting.value;
  const now = await clock();
  return inTransaction(async (tx) => {
    const invitation = await lockInvitation(tx, { id: invitationId });
    if (invitation?.organisationId !== provider.id) return err('common.notFound');
    if (invitation.role === 'manager' && !can(actor, 'provider:own', { providerId: provider.id }))
      return err('common.forbidden');
    if (invitation.status !== 'open') return err('auth.linkUsed');
    await closeInvitation(tx, invitation.id, 'revoked', now);
    await recordAudit(tx, {
      at: now,
      party: 'provider',
      accountId,
      action: 'invitation.revoke',
      subjectType: 'invitation',
      subjectId: invitation.id,
      from: 'open',
      to: 'revoked',
    });
    return ok();
  });
}
