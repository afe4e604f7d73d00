import type { ProviderActor } from '@/lib/access/actor';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { countSessions, listBookingViews } from './repository';
import type { BookingView, SessionTotals } from './types';

const perPage = 20;
const mostChoices = 200;

/** What both sides have seen; mere holds are the client's alone. */
const seenByBoth = [
  'proposed',
  'pending',
  'accepted',
  'rejected',
  'completed',
  'cancelled',
  'missed',
] as const;

/** Sessions of some clients with the provider, by client: how many took place, the first, the last and the next. */
export async function loadSessionTotals(
  actor: ProviderActor,
  clientIds: readonly string[],
): Promise<Map<string, SessionTotals>> {
  const rows = await countSessions(db(), actor.provider.id, clientIds, await clock());
  return new Map(rows.map(({ clientId, ...totals }) => [clientId, totals]));
}

/** Everything between a client and the provider, the latest first, page by page from 1. */
export async function loadHistory(actor: ProviderActor, clientId: string, page: number) {
  const rows = await listBookingViews(
    db(),
    { providerId: actor.provider.id, clientId },
    {
      statuses: [...seenByBoth],
      hasLapsed: true,
      order: 'desc',
      take: perPage + 1,
      skip: (Math.max(1, page) - 1) * perPage,
    },
  );
  return { bookings: rows.slice(0, perPage), hasMore: rows.length > perPage };
}

/** Sessions that a note can be about: those that took place, were missed, or lie ahead, the latest first. */
export function loadNotableSessions(actor: ProviderActor, clientId: string): Promise<BookingView[]> {
  return listBookingViews(
    db(),
    { providerId: actor.provider.id, clientId },
    { statuses: ['pending', 'accepted', 'completed', 'missed'], order: 'desc', take: mostChoices },
  );
}
