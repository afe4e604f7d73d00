export type MembershipRole = 'member' | 'manager';

/** Somebody who works for an organisation; `specialistId` of members only. */
export type Membership = {
  id: string;
  organisationId: string;
  accountId: string;
  role: MembershipRole;
  specialistId: string | null;
};

/** A member as clients and colleagues see them. */
export type Member = {
  /** Of the member's own practice. */
  id: string;
  name: string;
  portrait: string | null;
  /** Address of the own profile; null while it is not public. */
  slug: string | null;
};

/** Somebody of the team as the team page shows them. */
export type TeamRow = Membership & { name: string; email: string; portrait: string | null; since: Date };

export type InvitationStatus = 'open' | 'accepted' | 'declined' | 'revoked';

export type Invitation = {
  id: string;
  organisationId: string;
  email: string;
  role: MembershipRole;
  status: InvitationStatus;
  createdAt: Date;
  expiresAt: Date;
};

/** An invitation with who invites. */
export type InvitationView = Invitation & {
  organisation: { id: string; slug: string; displayName: string; mainLocale: string; accountId: string };
};

/** An organisation at which an account works. */
export type Workplace = {
  membershipId: string;
  organisationId: string;
  name: string;
  role: MembershipRole;
  since: Date;
};
