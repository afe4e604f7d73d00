import { type AccountActor, type Actor, ownPractice } from '@/lib/access/actor';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { isConstraintViolation } from '@/lib/server/db/errors';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { hashToken } from '@/lib/server/session/token';
import { err, ok, type Result } from '@/lib/shared/result';
import { closeInvitation, insertMembership, lockInvitation } from './repository';
import { whyNotAccept, whyOver } from './rules/invitation';
import type { AnswerInput } from './schema';
import { tellTeam } from './tell-team';
import type { InvitationView, MembershipRole } from './types';

export type Joined = { providerId: string; slug: string; role: MembershipRole };

/**
 * The invited account says yes and works for the organisation from then on: as a member it gives sessions there once it is
 * chosen for a service and has hours, as a manager it acts for it. For the invited address alone, once, within seven days
 * (see `whyNotAccept` and `whyOver`).
 */
export async function acceptInvitation(actor: Actor, { token }: AnswerInput): Promise<Result<Joined>> {
  try {
    return await withInvitation(actor, token, async (tx, invitation, account, now) => {
      const code = whyNotAccept(invitation, account);
      if (code) return err(code);
      const { organisationId, role, organisation } = invitation;
      const specialistId = role === 'member' ? (ownPractice(account)?.id ?? null) : null;
      const { accountId } = account;
      const id = await insertMembership(tx, { organisationId, accountId, role, specialistId, since: now });
      await close(tx, invitation, account, 'accepted', now);
      await tellTeam(tx, { news: 'joined', organisationId, accountId, subjectId: invitation.id });
      await recordAudit(tx, {
        at: now,
        party: 'provider',
        accountId,
        action: 'membership.begin',
        subjectType: 'membership',
        subjectId: id,
        to: role,
      });
      await enqueue(tx, 'directory.refresh', { providerId: organisationId, isOfferChanged: true });
      return ok({ providerId: organisationId, slug: organisation.slug, role });
    });
  } catch (error) {
    if (isConstraintViolation(error, 'membership_one_open')) return err('organisation.alreadyMember');
    throw error;
  }
}

/** The invited account says no; the organisation is told, and may invite again. */
export function declineInvitation(actor: Actor, { token }: AnswerInput): Promise<Result<undefined>> {
  return withInvitation(actor, token, async (tx, invitation, account, now) => {
    if (whyNotAccept(invitation, account) === 'organisation.otherAccount')
      return err('organisation.otherAccount');
    await close(tx, invitation, account, 'declined', now);
    const { id: subjectId, organisationId } = invitation;
    await tellTeam(tx, { news: 'declined', organisationId, accountId: account.accountId, subjectId });
    return ok();
  });
}

type Answer<T> = (tx: Tx, invitation: InvitationView, account: AccountActor, now: Date) => Promise<Result<T>>;

/** The invitation behind a link, kept from changing while it is answered. */
async function withInvitation<T>(actor: Actor, token: string, answer: Answer<T>): Promise<Result<T>> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  if (!actor.isEmailVerified) return err('auth.emailNotVerified');
  const now = await clock();
  return inTransaction(async (tx) => {
    const invitation = await lockInvitation(tx, { tokenHash: hashToken(token) });
    if (!invitation) return err('auth.linkInvalid');
    const over = whyOver(invitation, now);
    return over ? err(over) : answer(tx, invitation, actor, now);
  });
}

async function close(
  tx: Tx,
  { id }: InvitationView,
  { accountId }: AccountActor,
  status: 'accepted' | 'declined',
  now: Date,
): Promise<void> {
  await closeInvitation(tx, id, status, now);
  await recordAudit(tx, {
    at: now,
    party: 'provider',
    accountId,
    action: status === 'accepted' ? 'invitation.accept' : 'invitation.decline',
    subjectType: 'invitation',
    subjectId: id,
    from: 'open',
    to: status,
  });
}
