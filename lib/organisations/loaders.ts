import { cache } from 'react';
import type { AccountActor, Actor, ProviderActor } from '@/lib/access/actor';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { hashToken } from '@/lib/server/session/token';
import type { ErrorCode } from '@/lib/shared/errors';
import {
  findInvitation,
  listInvitations,
  listMembers,
  listPracticeNames,
  listTeam,
  listWorkplaces,
} from './repository';
import { type InvitationState, invitationState, whyNotAccept } from './rules/invitation';
import type { Invitation, InvitationView, Member, TeamRow, Workplace } from './types';

export type LoadedInvitation = {
  invitation: InvitationView;
  state: InvitationState;
  /** Why this reader cannot accept; null when they can, or are not signed in yet. */
  hindrance: ErrorCode | null;
};

/** The invitation behind a link, as whoever opens it sees it; null when there is none. Opening it changes nothing. */
export async function loadInvitation(actor: Actor, token: unknown): Promise<LoadedInvitation | null> {
  if (typeof token !== 'string' || token.length > 200) return null;
  const invitation = await findInvitation(db(), { tokenHash: hashToken(token) });
  if (!invitation) return null;
  const state = invitationState(invitation, await clock());
  return { invitation, state, hindrance: actor.kind === 'account' ? whyNotAccept(invitation, actor) : null };
}

export type LoadedTeam = {
  team: TeamRow[];
  invitations: (Invitation & { state: InvitationState })[];
};

/** Who works for the organisation in view, and the invitations that are not accepted. */
export async function loadTeam(actor: ProviderActor): Promise<LoadedTeam> {
  const { id } = actor.provider;
  const [team, invitations, now] = await Promise.all([
    listTeam(db(), id),
    listInvitations(db(), id),
    clock(),
  ]);
  return { team, invitations: invitations.map((one) => ({ ...one, state: invitationState(one, now) })) };
}

/** The members of the organisation in view; nobody for a specialist's own practice. */
export const loadMembers = cache(async (actor: ProviderActor): Promise<Member[]> => {
  const { id, kind } = actor.provider;
  return kind === 'organisation' ? listMembers(db(), id) : [];
});

/** Who can give a service of the organisation in view; undefined where there is nothing to choose. */
export async function loadMemberChoice(actor: ProviderActor): Promise<Member[] | undefined> {
  return actor.provider.kind === 'organisation' ? loadMembers(actor) : undefined;
}

/** The organisations at which the account works. */
export const loadWorkplaces = cache(
  ({ accountId }: AccountActor): Promise<Workplace[]> => listWorkplaces(db(), accountId),
);

/** The practices that the account acts for, by name, its own first; nothing to choose from where there is one. */
export const loadPracticeChoices = cache(
  async ({ practices }: AccountActor): Promise<{ value: string; label: string }[]> => {
    if (practices.length < 2) return [];
    const names = await listPracticeNames(
      db(),
      practices.map(({ id }) => id),
    );
    return practices.map(({ id }) => ({ value: id, label: names.get(id) ?? '' }));
  },
);
