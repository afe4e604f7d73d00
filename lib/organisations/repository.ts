import { lockProvider } from '@/lib/profiles/read-profile';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type {
  Invitation,
  InvitationStatus,
  InvitationView,
  Member,
  Membership,
  TeamRow,
  Workplace,
} from './types';

const membershipSelect = {
  id: true,
  organisationId: true,
  accountId: true,
  role: true,
  specialistId: true,
} as const satisfies Prisma.MembershipSelect;

/** Everybody who works for an organisation now, members first, in the order in which they came. */
export async function listTeam(database: Database, organisationId: string): Promise<TeamRow[]> {
  const rows = await database.membership.findMany({
    where: { organisationId, endedAt: null },
    select: {
      ...membershipSelect,
      since: true,
      account: { select: { name: true, email: true } },
      specialist: { select: { displayName: true, portrait: true } },
    },
    orderBy: [{ role: 'asc' }, { since: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  return rows.map(({ account, specialist, ...row }) => ({
    ...row,
    name: specialist?.displayName ?? account.name,
    email: account.email,
    portrait: specialist?.portrait ?? null,
  }));
}

const memberSelect = { id: true, displayName: true, portrait: true, slug: true, status: true } as const;
type MemberRow = { id: string; displayName: string; portrait: string | null; slug: string; status: string };

export function toMember({ id, displayName, portrait, slug, status }: MemberRow): Member {
  return { id, name: displayName, portrait, slug: status === 'published' ? slug : null };
}

/** The members of an organisation whose accounts are active, by name. */
export async function listMembers(database: Database, organisationId: string): Promise<Member[]> {
  const rows = await database.membership.findMany({
    where: {
      organisationId,
      endedAt: null,
      role: 'member',
      account: { status: 'active' },
      specialist: { status: { notIn: ['suspended', 'closed'] } },
    },
    select: { specialist: { select: memberSelect } },
    orderBy: [{ specialist: { displayName: 'asc' } }, { id: 'asc' }],
    take: 500,
  });
  return rows.flatMap(({ specialist }) => (specialist ? [toMember(specialist)] : []));
}

/** Whether this specialist is a member of the organisation now. */
export async function isMember(
  database: Database,
  { providerId, specialistId }: { providerId: string; specialistId: string },
): Promise<boolean> {
  const where = { organisationId: providerId, specialistId, endedAt: null };
  return (await database.membership.findFirst({ where, select: { id: true } })) !== null;
}

/** Whether this account works for the organisation now, as a member or as a manager. */
export async function isOfTeam(
  database: Database,
  of: { organisationId: string; accountId: string },
): Promise<boolean> {
  const where = { ...of, endedAt: null };
  return (await database.membership.findFirst({ where, select: { id: true } })) !== null;
}

/** The own practice of an account that is a specialist's; null for everybody else. */
export async function findSpecialistOf(database: Database, accountId: string): Promise<string | null> {
  const where = { accountId, kind: 'specialist' as const };
  return (await database.provider.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** Of an organisation the members, none of whom leaves until the transaction ends. */
export async function lockMemberIds(tx: Tx, organisationId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select specialist_id as id from membership
    where organisation_id = ${organisationId}::uuid and role = 'member' and ended_at is null
    order by id for share`;
  return new Set(rows.map(({ id }) => id));
}

/** The active accounts that manage an organisation. */
export async function listManagerAccounts(
  database: Database,
  organisationId: string,
): Promise<{ id: string; email: string; locale: string }[]> {
  const rows = await database.membership.findMany({
    where: { organisationId, endedAt: null, role: 'manager', account: { status: 'active' } },
    select: { account: { select: { id: true, email: true, locale: true } } },
    orderBy: { since: 'asc' },
  });
  return rows.map(({ account }) => account);
}

/** The account of whoever owns the organisation; null while it cannot sign in. */
export async function findOwnerAccount(
  database: Database,
  id: string,
): Promise<{ id: string; email: string; locale: string } | null> {
  const row = await database.provider.findUnique({
    where: { id, account: { status: 'active' } },
    select: { account: { select: { id: true, email: true, locale: true } } },
  });
  return row?.account ?? null;
}

/** The names of an organisation and of an account that has to do with it. */
export async function findNames(
  database: Database,
  { organisationId, accountId }: { organisationId: string; accountId: string },
): Promise<{ organisation: string; person: string } | null> {
  const [provider, account] = await Promise.all([
    database.provider.findUnique({ where: { id: organisationId }, select: { displayName: true } }),
    database.account.findUnique({ where: { id: accountId }, select: { name: true } }),
  ]);
  return provider && account && { organisation: provider.displayName, person: account.name };
}

/** The organisations at which an account works now, in the order in which it came there. */
export async function listWorkplaces(database: Database, accountId: string): Promise<Workplace[]> {
  const rows = await database.membership.findMany({
    where: { accountId, endedAt: null },
    select: { id: true, role: true, since: true, organisation: { select: { id: true, displayName: true } } },
    orderBy: { since: 'asc' },
  });
  return rows.map(({ id, role, since, organisation }) => ({
    membershipId: id,
    organisationId: organisation.id,
    name: organisation.displayName,
    role,
    since,
  }));
}

/** The organisations at which a specialist is a member, with their public names. */
export async function listOrganisationsOf(
  database: Database,
  specialistId: string,
): Promise<{ id: string; slug: string }[]> {
  const rows = await database.membership.findMany({
    where: { specialistId, endedAt: null },
    select: { organisation: { select: { id: true, slug: true } } },
  });
  return rows.map(({ organisation }) => organisation);
}

/** Names of practices, by id. */
export async function listPracticeNames(database: Database, ids: string[]): Promise<Map<string, string>> {
  const rows = await database.provider.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}

/** The address under which an organisation is known. */
export async function findSlug(database: Database, organisationId: string): Promise<string> {
  const row = await database.provider.findUniqueOrThrow({
    where: { id: organisationId },
    select: { slug: true },
  });
  return row.slug;
}

/**
 * Somebody who works there now, kept from leaving or being given services until the transaction ends; sessions of theirs
 * that are being held at this moment are waited for. The organisation is locked first, as by each change of its offer, so
 * that who parts and what is put on sale come one after the other.
 */
export async function lockMembership(tx: Tx, id: string): Promise<Membership | null> {
  const of = await tx.membership.findUnique({ where: { id }, select: { organisationId: true } });
  if (!of) return null;
  await lockProvider(tx, of.organisationId);
  await tx.$queryRaw`select 1 from membership where id = ${id}::uuid for update`;
  const row = await tx.membership.findFirst({ where: { id, endedAt: null }, select: membershipSelect });
  if (row?.specialistId)
    await tx.$queryRaw`select 1 from service_member
      where organisation_id = ${row.organisationId}::uuid and specialist_id = ${row.specialistId}::uuid
      order by service_id for update`;
  return row;
}

export async function insertMembership(
  tx: Tx,
  data: Omit<Membership, 'id'> & { since: Date },
): Promise<string> {
  const row = await tx.membership.create({ data, select: { id: true } });
  return row.id;
}

export async function endOpenMembership(tx: Tx, id: string, endedAt: Date): Promise<void> {
  await tx.membership.update({ where: { id }, data: { endedAt }, select: { id: true } });
}

/** What the account of this address is for the organisation already: its owner, part of its team, or nothing. */
export async function findPartOf(
  database: Database,
  organisationId: string,
  email: string,
): Promise<'owner' | 'team' | null> {
  const account = await database.account.findUnique({
    where: { email },
    select: {
      provider: { select: { id: true } },
      memberships: { where: { organisationId, endedAt: null }, select: { id: true } },
    },
  });
  if (account?.provider?.id === organisationId) return 'owner';
  return account && account.memberships.length > 0 ? 'team' : null;
}

const invitationSelect = {
  id: true,
  organisationId: true,
  email: true,
  role: true,
  status: true,
  createdAt: true,
  expiresAt: true,
} as const satisfies Prisma.MemberInvitationSelect;

const invitationViewSelect = {
  ...invitationSelect,
  organisation: {
    select: { id: true, slug: true, displayName: true, mainLocale: true, accountId: true },
  },
} as const satisfies Prisma.MemberInvitationSelect;

/** Invitations that were not accepted, the latest first. */
export function listInvitations(database: Database, organisationId: string): Promise<Invitation[]> {
  return database.memberInvitation.findMany({
    where: { organisationId, status: { not: 'accepted' } },
    select: invitationSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });
}

export function findInvitation(
  database: Database,
  of: { id: string } | { tokenHash: string },
): Promise<InvitationView | null> {
  return database.memberInvitation.findFirst({ where: of, select: invitationViewSelect });
}

/** Reads the row and keeps others from answering it until the transaction ends. */
export async function lockInvitation(
  tx: Tx,
  of: { id: string } | { tokenHash: string },
): Promise<InvitationView | null> {
  const row = await findInvitation(tx, of);
  if (!row) return null;
  await tx.$queryRaw`select 1 from member_invitation where id = ${row.id}::uuid for update`;
  return findInvitation(tx, { id: row.id });
}

type NewInvitation = Omit<Invitation, 'status'> & { tokenHash: string; invitedById: string };

/** Aborts the transaction when one is open already. */
export async function insertInvitation(tx: Tx, data: NewInvitation): Promise<void> {
  await tx.memberInvitation.create({ data, select: { id: true } });
}

/** An invitation that nobody answered in time makes way for a new one. */
export async function closeExpired(
  tx: Tx,
  { organisationId, email }: { organisationId: string; email: string },
  now: Date,
): Promise<void> {
  await tx.memberInvitation.updateMany({
    where: { organisationId, email, status: 'open', expiresAt: { lte: now } },
    data: { status: 'revoked', decidedAt: now },
  });
}

export async function closeInvitation(
  tx: Tx,
  id: string,
  status: Exclude<InvitationStatus, 'open'>,
  decidedAt: Date,
): Promise<void> {
  await tx.memberInvitation.update({ where: { id }, data: { status, decidedAt }, select: { id: true } });
}

/** Which language somebody reads, if the address has an active account. */
export function findReader(
  database: Database,
  email: string,
): Promise<{ id: string; locale: string; status: string } | null> {
  return database.account.findUnique({ where: { email }, select: { id: true, locale: true, status: true } });
}

export async function findOwnerLocale(database: Database, organisationId: string): Promise<string> {
  const row = await database.provider.findUniqueOrThrow({
    where: { id: organisationId },
    select: { mainLocale: true },
  });
  return row.mainLocale;
}

/** Whom a membership that has ended was of, for the mail about it. */
export function findEndedMembership(database: Database, id: string) {
  return database.membership.findUnique({
    where: { id },
    select: {
      organisation: { select: { displayName: true } },
      account: { select: { id: true, email: true, locale: true } },
    },
  });
}
