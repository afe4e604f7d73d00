import { unstable_cache } from 'next/cache';
import { profileTag } from '@/lib/profiles/rules/tags';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import { listEventsOf } from './calendar/repository';
import { readPublicEvent as read } from './read-public-event';
import { eventTag } from './rules/tags';
import type { EventCard, PublicEvent } from './types';

/** More than a profile shows. */
const mostOfProfile = 20;

/** Instants are kept as text. */
const revive = <T extends { startsAt: Date; endsAt: Date; bookUntil: Date }>(event: T): T => ({
  ...event,
  startsAt: new Date(event.startsAt),
  endsAt: new Date(event.endsAt),
  bookUntil: new Date(event.bookUntil),
});

/** An event as everybody may see it, kept until something of it changes; null for drafts and what is not there. */
export async function readPublicEvent(eventId: string): Promise<PublicEvent | null> {
  if (!isId(eventId)) return null;
  const kept = unstable_cache(async () => read(db(), eventId, await clock()), ['event', eventId], {
    tags: [eventTag(eventId)],
    revalidate: false,
  });
  const event = await kept();
  if (!event) return null;
  const { onSaleFrom, freeCancelUntil } = event;
  return {
    ...revive(event),
    onSaleFrom: onSaleFrom && new Date(onSaleFrom),
    freeCancelUntil: new Date(freeCancelUntil),
  };
}

/** The next events of a provider for its profile, kept until something of the profile or of them changes. */
export async function readEventsOfProfile(provider: { id: string; slug: string }): Promise<EventCard[]> {
  const kept = unstable_cache(
    async () => listEventsOf(db(), provider.id, await clock(), mostOfProfile),
    ['events', provider.id],
    { tags: [profileTag(provider.slug)], revalidate: false },
  );
  return (await kept()).map(revive);
}
