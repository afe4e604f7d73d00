import { type AccountActor, ownPractice } from '@/lib/access/actor';
import type { ErrorCode } from '@/lib/shared/errors';
import { addHours } from '@/lib/shared/elapsed';
import type { Invitation } from '@/lib/organisations/types';

export const INVITATION_DAYS = 7;

/** From this instant on an invitation made now is over. */
export function invitationEnds(now: Date): Date {
  return addHours(now, INVITATION_DAYS * 24);
}

export type InvitationState = Invitation['status'] | 'expired';

/** Where an invitation stands: one that nobody answered is over at its last instant, by time alone. */
export function invitationState(
  { status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>,
  now: Date,
): InvitationState {
  return status === 'open' && now >= expiresAt ? 'expired' : status;
}

/** Why an invitation cannot be answered any more; null while it can. */
export function whyOver(invitation: Pick<Invitation, 'status' | 'expiresAt'>, now: Date): ErrorCode | null {
  const state = invitationState(invitation, now);
  if (state === 'open') return null;
  return state === 'expired' ? 'auth.linkExpired' : 'auth.linkUsed';
}

/**
 * Why this account cannot accept; null when it can. It is for the invited address alone (`organisation.otherAccount`). A
 * member is a specialist first (`organisation.specialistNeeded`); an account that is an organisation never becomes one,
 * and an owner has no other part in their own (`organisation.ownerInvited`).
 */
export function whyNotAccept(
  { email, role, organisationId }: Pick<Invitation, 'email' | 'role' | 'organisationId'>,
  actor: AccountActor,
): ErrorCode | null {
  if (email.toLowerCase() !== actor.email.toLowerCase()) return 'organisation.otherAccount';
  const own = ownPractice(actor);
  if (own?.id === organisationId) return 'organisation.ownerInvited';
  if (role === 'member' && own?.kind === 'organisation') return 'organisation.isOrganisation';
  return role === 'member' && own === null ? 'organisation.specialistNeeded' : null;
}
