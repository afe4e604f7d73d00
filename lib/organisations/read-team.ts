/** Who works for an organisation, for the domains that build upon it. */
export {
  insertMembership,
  isMember as readIsMember,
  isOfTeam as readIsOfTeam,
  listMembers as readMembers,
  listOrganisationsOf as readOrganisationsOf,
  findSlug as readSlug,
  findSpecialistOf as readSpecialistOf,
  lockMemberIds,
  lockMembership,
  toMember,
} from './repository';
