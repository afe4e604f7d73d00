import { lookAgainAt } from '@/lib/payments/rules/parked-event';
import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { findEvent, updateEvent } from './repository';

/**
 * An event about something that we or the payment service do not know, or not yet, is looked into again later, and given up
 * in the end.
 */
export async function parkEvent(eventId: string, now: Date): Promise<void> {
  const event = await findEvent(db(), eventId);
  if (!event) return;
  const looks = event.attempts + 1;
  const lookAgain = lookAgainAt(looks, now);
  if (!lookAgain) log.error({ event: eventId, looks }, 'event about something unknown given up');
  await updateEvent(db(), eventId, {
    status: lookAgain ? 'parked' : 'failed',
    lookAgainAt: lookAgain,
    lastError: 'about something unknown',
    processedAt: now,
  });
}
