import type { Invariant } from '@/lib/server/db/invariant';

const count = (from: string) => `select count(*) as count from ${from}`;

/** What is always true of organisations and those who work there (docs/rules.md, Organisations). */
export const organisationInvariants: readonly Invariant[] = [
  {
    name: 'organisations.onSaleIsGiven',
    says: 'Every service on sale at an organisation is given by a member of it.',
    checked: count(
      `service s join provider p on p.id = s.provider_id where s.is_active and p.kind = 'organisation'`,
    ),
    violations: `
      select s.id, 'on sale, and no member gives it' as problem
      from service s join provider p on p.id = s.provider_id
      where s.is_active and p.kind = 'organisation' and not exists (
        select 1 from service_member g join membership m
          on m.organisation_id = s.provider_id and m.specialist_id = g.specialist_id and m.ended_at is null
        where g.service_id = s.id)`,
  },
  {
    name: 'organisations.sessionsAreGiven',
    says: 'Every session is given by the specialist whose practice it is, or by somebody who was a member of the organisation when it was made.',
    checked: count('booking'),
    violations: `
      select b.id, 'given by nobody of the practice' as problem
      from booking b join provider p on p.id = b.provider_id join service s on s.id = b.service_id
      where s.provider_id <> b.provider_id
        or (p.kind = 'specialist') <> (b.specialist_id = b.provider_id)
        or (p.kind = 'organisation' and not exists (
          select 1 from membership m where m.organisation_id = b.provider_id and m.specialist_id = b.specialist_id
            and m.since <= b.created_at and (m.ended_at is null or b.created_at <= m.ended_at)))`,
  },
  {
    name: 'organisations.nobodyLeftWithSessions',
    says: 'Whoever gives a session that is agreed upon or asked for works at its organisation.',
    checked: count(`membership where role = 'member'`),
    violations: `
      select b.id, b.status || ', and its specialist has left' as problem
      from booking b join provider p on p.id = b.provider_id and p.kind = 'organisation'
      where b.status in ('pending', 'accepted') and not exists (
        select 1 from membership m
        where m.organisation_id = b.provider_id and m.specialist_id = b.specialist_id and m.ended_at is null)`,
  },
  {
    name: 'organisations.ownersHaveOnePart',
    says: 'No owner is part of their own team, and every member is a specialist of their own account.',
    checked: count('membership'),
    violations: `
      select m.id, 'owner, or no specialist' as problem
      from membership m join provider o on o.id = m.organisation_id left join provider s on s.id = m.specialist_id
      where o.kind <> 'organisation' or o.account_id = m.account_id
        or (m.role = 'member' and (s.kind is distinct from 'specialist' or s.account_id <> m.account_id))`,
  },
];
