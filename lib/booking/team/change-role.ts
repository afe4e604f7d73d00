import type { Actor } from '@/lib/access/actor';
import { insertMembership, lockMembership, readSpecialistOf } from '@/lib/organisations/read-team';
import type { RoleInput } from '@/lib/organisations/schema';
import type { MembershipRole } from '@/lib/organisations/types';
import { asPracticeOwner } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { releaseMember } from './release-member';

/**
 * The owner makes a member a manager or a manager a member. One role ends and the other begins: whoever was a member gives
 * no sessions any more (refused while some stand, see `releaseMember`), and only a specialist becomes one
 * (`organisation.specialistNeeded`). The role that somebody has already is fine.
 */
export async function changeRole(
  actor: Actor,
  { membershipId, role }: RoleInput,
): Promise<Result<ChangedProfile>> {
  const acting = asPracticeOwner(actor);
  if (!acting.ok) return acting;
  const { accountId, provider } = acting.value;
  const now = await clock();
  return inTransaction(async (tx) => {
    const membership = await lockMembership(tx, membershipId);
    if (membership?.organisationId !== provider.id) return err('common.notFound');
    const done = ok({ providerId: provider.id, slug: provider.slug });
    if (membership.role === role) return done;
    const own = role === 'member' ? await readSpecialistOf(tx, membership.accountId) : null;
    if (role === 'member' && own === null) return err('organisation.specialistNeeded');
    const released = await releaseMember(tx, { membership, accountId, now });
    if (!released.ok) return released;
    const { organisationId } = membership;
    const id = await insertMembership(tx, {
      organisationId,
      accountId: membership.accountId,
      role,
      specialistId: own,
      since: now,
    });
    await recordAudit(tx, { ...begin(id, role), at: now, accountId });
    return done;
  });
}

function begin(subjectId: string, to: MembershipRole) {
  return {
    party: 'provider' as const,
    action: 'membership.begin',
    subjectType: 'membership' as const,
    subjectId,
    to,
  };
}
