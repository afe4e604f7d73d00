import { FREE_CANCEL_HOURS } from '@/lib/booking/rules/cancellation';
import { PAY_AT_BOOKING_DAYS } from '@/lib/payments/rules/payment-time';
import { now as clock } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/elapsed';
import { err, ok, type Result } from '@/lib/shared/result';
import { findPublicEvent } from './calendar/repository';
import { countTaken, findEvent, findSellerOf } from './repository';
import { seatsLeft, whyNotOnSale } from './rules/seats';
import type { EventSeats, PublicEvent } from './types';

export { countToCome as countEventsToCome, listIdsToCome as readEventIdsToCome } from './repository';

/** What the public page of an event shows, seats apart. */
export async function readPublicEvent(
  database: Database,
  id: string,
  now: Date,
): Promise<PublicEvent | null> {
  const found = await findPublicEvent(database, id, now);
  if (!found) return null;
  const { seatsLeft: _, ...event } = found;
  const { startsAt, price } = event;
  return {
    ...event,
    onSaleFrom: price.amount > 0 ? addHours(startsAt, -24 * PAY_AT_BOOKING_DAYS) : null,
    freeCancelUntil: addHours(startsAt, -FREE_CANCEL_HOURS),
  };
}

/** Seats that can be taken now, and why none can; `common.notFound` for drafts and what is not there. */
export async function readEventSeats(eventId: string): Promise<Result<EventSeats>> {
  const event = await findEvent(db(), eventId);
  if (!event || event.status === 'draft') return err('common.notFound');
  const now = await clock();
  const taken = (await countTaken(db(), [eventId], now))(eventId);
  const left = seatsLeft(event.maximumSeats, taken);
  const { status } = await findSellerOf(db(), event);
  const closed = status === 'published' ? whyNotOnSale(event, now) : 'provider.notBookable';
  const refusal = closed ?? (left === 0 ? 'event.full' : null);
  return ok({ seatsLeft: refusal === null || refusal === 'payment.tooFarAhead' ? left : 0, refusal });
}
