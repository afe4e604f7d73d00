/** Who works for an organisation, for the domains that build upon it. */
export {
  insertMembership,
  isMember as readIsMember,
  listManagerAccounts as readManagerAccounts,
  listMembers as readMembers,
  listOrganisationSlugs as readOrganisationSlugs,
  findSlug as readSlug,
  findSpecialistOf as readSpecialistOf,
  lockMemberIds,
  lockMembership,
  toMember,
} from './repository';
