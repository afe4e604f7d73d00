import type { AccountActor, Practice } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { makeSpecialist, type ProviderSeed, type SeededProvider, wideOpen } from './providers';

type Range = { id?: string; weekday: number; startMinute: number; endMinute: number };

/** A published organisation without members, whose services nobody gives yet. */
export function makeOrganisation(seed: ProviderSeed = {}): Promise<SeededProvider> {
  return makeSpecialist({
    ...seed,
    account: { name: 'Practice on the Lake', ...seed.account },
    provider: { ...seed.provider, kind: 'organisation' },
    ranges: [],
  });
}

type MemberSeed = { id?: string; since?: Date; serviceIds?: readonly string[]; ranges?: readonly Range[] };

/** Makes a specialist a member who gives these services (all of them) in these hours (every day from 08:00 to 20:00). */
export async function addMember(
  { providerId: organisationId, serviceIds: all }: SeededProvider,
  specialist: Pick<SeededProvider, 'actor' | 'providerId'>,
  { id = newId(), since = new Date(), serviceIds = all, ranges = wideOpen }: MemberSeed = {},
): Promise<AccountActor> {
  const { providerId: specialistId, actor } = specialist;
  const { accountId } = actor;
  await db().membership.create({
    data: { id, organisationId, accountId, role: 'member', specialistId, since },
  });
  await db().serviceMember.createMany({
    data: serviceIds.map((serviceId) => ({ serviceId, specialistId, organisationId })),
  });
  await db().weeklyRange.createMany({
    data: ranges.map((range) => ({ providerId: organisationId, specialistId, ...range })),
  });
  return { ...actor, memberOf: [...actor.memberOf, organisationId] };
}

/** Makes an account a manager, with the organisation in view. */
export async function addManager(
  { providerId: organisationId, actor: owner }: SeededProvider,
  actor: AccountActor,
  { id = newId(), since = new Date() }: Pick<MemberSeed, 'id' | 'since'> = {},
): Promise<AccountActor> {
  await db().membership.create({
    data: { id, organisationId, accountId: actor.accountId, role: 'manager', since },
  });
  if (!owner.provider) throw new Error('no organisation');
  const managed: Practice = { ...owner.provider, role: 'manager' };
  return { ...actor, provider: managed, practices: [...actor.practices, managed] };
}
