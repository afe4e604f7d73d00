import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import type { ProviderActor } from '@/lib/access/actor';
import { type PageZone, readPageZone } from '@/lib/accounts/reader-zone';
import { readZoneOptions } from '@/lib/accounts/zone-options';
import { readEventsOfProfile } from '@/lib/events/cache';
import type { EventCard } from '@/lib/events/types';
import { readPublicMembers } from '@/lib/organisations/cache';
import type { Member } from '@/lib/organisations/types';
import { readPublicProfile } from '@/lib/profiles/cache';
import { readAvailableUntil } from '@/lib/profiles/read-profile';
import { isAvailableNow, isSwitchedOn } from '@/lib/profiles/rules/available-now';
import type { PracticeAddress } from '@/lib/profiles/rules/practice-address';
import type { PublishGap } from '@/lib/profiles/rules/publishing';
import type { OwnProfile, PublicProfile } from '@/lib/profiles/types';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { readPublicPlace, readPublicServices } from '@/lib/services/cache';
import { type FreeDays, readFreeDays } from '@/lib/services/free-days';
import type { OwnService } from '@/lib/services/types';
import { isLocalDate, localDate } from '@/lib/shared/time';
import { readPublishGaps } from './read-publish-gaps';
import { findNextFree } from './repository';
import { type SearchInput, searchSchema } from './schema';
import { searchAdvisors } from './search';
import type { SearchResults } from './types';

/** What the provider must still fill in before the profile can be public. */
export function loadPublishGaps(profile: OwnProfile): Promise<readonly PublishGap[]> {
  return readPublishGaps(db(), profile);
}

/** Until when the provider has switched on that it is available now, and whether it is shown so; null while it is off. */
export type OwnAvailability = { until: Date; isShown: boolean } | null;

export async function loadAvailability(actor: ProviderActor): Promise<OwnAvailability> {
  const { id } = actor.provider;
  const [until, nextFreeAt, now] = await Promise.all([
    readAvailableUntil(db(), id),
    findNextFree(db(), id),
    clock(),
  ]);
  if (until === null || !isSwitchedOn(until, now)) return null;
  return { until, isShown: isAvailableNow({ availableUntil: until, nextFreeAt }, now) };
}

export type PublicAdvisor = {
  profile: PublicProfile;
  /** Of an organisation: who gives sessions there. */
  members: Member[];
  services: OwnService[];
  /** Where one meets in person; null while nothing is offered so. */
  place: PracticeAddress | null;
  events: EventCard[];
};

/** The public page of an advisor; null when nobody is published at this address. */
export const loadPublicAdvisor = cache(async (slug: string): Promise<PublicAdvisor | null> => {
  const profile = await readPublicProfile(slug);
  if (!profile) return null;
  const [services, place, members, events] = await Promise.all([
    readPublicServices(profile),
    readPublicPlace(profile),
    profile.kind === 'organisation' ? readPublicMembers(profile) : [],
    readEventsOfProfile(profile),
  ]);
  return { profile, members, services, place, events };
});

export type LoadedSearch = PageZone & { input: SearchInput; results: SearchResults };

/** The search that stands in an address. */
export const readSearch = (query: Record<string, unknown>): SearchInput => searchSchema.parse(query);

/** What the address of the directory asks for, in the reader's zone; in the operator's while that is unknown. */
export async function loadSearch(query: Record<string, unknown>): Promise<LoadedSearch> {
  const input = readSearch(query);
  const page = await readPageZone(undefined, env().OPERATOR_TIME_ZONE);
  return { ...page, input, results: await searchAdvisors(input, page.zone) };
}

const timesDays = 14;

export type LoadedTimes = PublicAdvisor & {
  service: OwnService;
  /** Of an organisation: whose times they are; nothing: those of all who give it. */
  member: string | undefined;
  zone: string;
  days: FreeDays;
  windowDays: number;
  zones: { value: string; label: string }[];
  /** The first window begins today or on the first free day; an earlier one has nothing. */
  isFirst: boolean;
};

/** The free times of one service of a published advisor by day; null when nobody is published here, or sells nothing. */
export async function loadTimes(slug: string, query: Record<string, unknown>): Promise<LoadedTimes | null> {
  const advisor = await loadPublicAdvisor(slug);
  const service = advisor?.services.find(({ id }) => id === query['service']) ?? advisor?.services[0];
  if (!advisor || !service) return null;
  const { zone } = await readPageZone(query['zone'], advisor.profile.timeZone);
  const from = typeof query['from'] === 'string' && isLocalDate(query['from']) ? query['from'] : undefined;
  const member = service.memberIds.find((id) => id === query['member']);
  const days = await readFreeDays({ serviceId: service.id, member, zone, from, days: timesDays });
  if (!days.ok) return null;
  const today = localDate(await clock(), zone);
  return {
    ...advisor,
    service,
    member,
    zone,
    days: days.value,
    windowDays: timesDays,
    zones: await readZoneOptions(await getLocale()),
    isFirst: from === undefined || days.value.from <= today,
  };
}

export { readHomeFacts as loadHomeFacts } from './cache';
