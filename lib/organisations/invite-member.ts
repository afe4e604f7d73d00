import type { Actor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { asProvider } from '@/lib/profiles/own-provider';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { isConstraintViolation } from '@/lib/server/db/errors';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { hashToken } from '@/lib/server/session/token';
import { newId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import { invitationToken } from './invitation-token';
import { closeExpired, findPartOf, insertInvitation } from './repository';
import { invitationEnds } from './rules/invitation';
import type { InviteInput } from './schema';

const mailsADay = { ofOrganisation: 50, toAddress: 5 };

/** The actor as somebody who acts for the organisation in view; `common.notFound` for everybody else. */
export function asOrganisation(actor: Actor): Result<ProviderActor> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  return provider.value.provider.kind === 'organisation' ? provider : err('common.notFound');
}

/**
 * Invites an address to work for the organisation in view: as a member by its owner or a manager, as a manager by its
 * owner alone (`common.forbidden`). The link works for seven days, once, and for that address only. One invitation of an
 * address is open at a time (`organisation.alreadyInvited`). Whether the address has an account here shows nowhere: the
 * mail is written by a job. 5 mails a day to an address, 50 of an organisation.
 */
export async function inviteMember(
  actor: Actor,
  input: InviteInput,
): Promise<Result<{ invitationId: string }>> {
  const acting = asOrganisation(actor);
  if (!acting.ok) return acting;
  const { id: organisationId } = acting.value.provider;
  if (input.role === 'manager' && !can(actor, 'provider:own', { providerId: organisationId }))
    return err('common.forbidden');
  if (!(await mayMail(organisationId, input.email))) return err('common.rateLimited');
  const now = await clock();
  try {
    return await inTransaction((tx) => write(tx, acting.value, input, now));
  } catch (error) {
    if (isConstraintViolation(error, 'member_invitation_one_open')) return err('organisation.alreadyInvited');
    throw error;
  }
}

async function mayMail(organisationId: string, email: string): Promise<boolean> {
  const isWithin = await isWithinLimit(`team/invite/to/${hashToken(email)}`, mailsADay.toAddress, 86_400);
  return isWithin && isWithinLimit(`team/invite/${organisationId}`, mailsADay.ofOrganisation, 86_400);
}

async function write(
  tx: Tx,
  { accountId, provider }: ProviderActor,
  { email, role }: InviteInput,
  now: Date,
): Promise<Result<{ invitationId: string }>> {
  const organisationId = provider.id;
  const part = await findPartOf(tx, organisationId, email);
  if (part) return err(part === 'owner' ? 'organisation.ownerInvited' : 'organisation.alreadyMember');
  await closeExpired(tx, { organisationId, email }, now);
  const invitationId = newId();
  await insertInvitation(tx, {
    id: invitationId,
    organisationId,
    email,
    role,
    tokenHash: hashToken(invitationToken(invitationId)),
    invitedById: accountId,
    createdAt: now,
    expiresAt: invitationEnds(now),
  });
  await recordAudit(tx, {
    at: now,
    party: 'provider',
    accountId,
    action: 'invitation.send',
    subjectType: 'invitation',
    subjectId: invitationId,
    to: 'open',
  });
  await enqueue(tx, 'organisation.invite', { invitationId });
  return ok({ invitationId });
}
