import type { Database } from '@/lib/server/db/client';
import { findEvent } from './repository';
import { hasBookedSeat } from './seats/repository';
import type { EventRecord } from './types';

export { listTexts as readEventTexts } from './repository';

/** An event as somebody comes to it: `clientId` is theirs when they have a booked seat, `providerId` the host's. */
export async function findEventToAttend(
  database: Database,
  eventId: string,
  accountId: string,
): Promise<(EventRecord & { clientId: string }) | null> {
  const event = await findEvent(database, eventId);
  if (!event || event.status === 'draft') return null;
  const hasSeat = await hasBookedSeat(database, { eventId, clientId: accountId });
  return { ...event, providerId: event.hostId, clientId: hasSeat ? accountId : '' };
}
