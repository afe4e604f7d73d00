import { type Actor, ownPractice } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { tellRemoved } from '@/lib/organisations/end-membership';
import { asOrganisation } from '@/lib/organisations/invite-member';
import { lockMembership, readSlug } from '@/lib/organisations/read-team';
import type { MembershipInput } from '@/lib/organisations/schema';
import { tellTeam } from '@/lib/organisations/tell-team';
import type { ChangedProfile } from '@/lib/profiles/types';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { releaseMember } from './release-member';

/**
 * The organisation in view parts with somebody: with members its owner or a manager, with managers its owner alone
 * (`common.forbidden`). Refused while sessions of theirs stand: see `releaseMember`. They are told by mail.
 */
export async function removeMember(
  actor: Actor,
  { membershipId }: MembershipInput,
): Promise<Result<ChangedProfile>> {
  const acting = asOrganisation(actor);
  if (!acting.ok) return acting;
  const { accountId, provider } = acting.value;
  const now = await clock();
  return inTransaction(async (tx) => {
    const membership = await lockMembership(tx, membershipId);
    if (membership?.organisationId !== provider.id) return err('common.notFound');
    if (membership.role === 'manager' && !can(actor, 'provider:own', { providerId: provider.id }))
      return err('common.forbidden');
    const released = await releaseMember(tx, { membership, accountId, now });
    if (!released.ok) return released;
    await tellRemoved(tx, membershipId);
    return ok({ providerId: provider.id, slug: provider.slug });
  });
}

/** Somebody leaves an organisation by themselves, under the same conditions; owner and managers are told by mail. */
export async function leaveOrganisation(
  actor: Actor,
  { membershipId }: MembershipInput,
): Promise<Result<ChangedProfile & { isPracticeLeft: boolean }>> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  const { accountId } = actor;
  const now = await clock();
  return inTransaction(async (tx) => {
    const membership = await lockMembership(tx, membershipId);
    if (membership?.accountId !== accountId) return err('common.notFound');
    const released = await releaseMember(tx, { membership, accountId, now });
    if (!released.ok) return released;
    const { organisationId: providerId } = membership;
    await tellTeam(tx, { news: 'left', organisationId: providerId, accountId, subjectId: membershipId });
    const slug = await readSlug(tx, providerId);
    const isPracticeLeft = actor.practices.length === 1 && ownPractice(actor) === null;
    return ok({ providerId, slug, isPracticeLeft });
  });
}
