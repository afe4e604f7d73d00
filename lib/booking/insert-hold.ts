import { occupyTime } from '@/lib/availability/occupy-time';
import type { Slot } from '@/lib/availability/rules/slots';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { openPayment } from '@/lib/payments/open-payment';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import type { Offer } from '@/lib/services/types';
import { addMinutes } from '@/lib/shared/time';
import { occupationOf } from './occupation';
import { insertBooking } from './repository';
import { saleTerms, titleOf } from './sale-terms';
import type { BookingRecord } from './types';

export type HoldingClient = { accountId: string; locale: string; timeZone: string };

type NewHold = {
  offer: Offer;
  slot: Slot;
  /** Who gives it, of those who are free then. */
  specialistId: string;
  channel: BookingRecord['channel'];
  client: HoldingClient;
  heldUntil: Date;
  /** Whose wait for a place it answers: offered by the system, and not to be extended. */
  waitingEntryId?: string;
  now: Date;
};

/**
 * Writes a held booking with the terms of the sale as they are now, takes its time and opens its payment. Aborts the
 * transaction when the time is taken.
 */
export async function insertHold(tx: Tx, hold: NewHold): Promise<string> {
  const { client, waitingEntryId, heldUntil, now } = hold;
  const booking = await insertBooking(tx, {
    ...saleTerms(hold.offer, hold.slot.price, hold.slot.channels),
    ...whatIsHeld(hold),
    ...(waitingEntryId !== undefined && { waitingEntryId, holdExtendedAt: now }),
  });
  const kind = waitingEntryId === undefined ? 'hold' : 'waiting_offer';
  await occupyTime(tx, { ...occupationOf(booking), kind, heldUntil }, now);
  await openPayment(tx, {
    bookingId: booking.id,
    clientId: booking.clientId,
    providerId: booking.providerId,
    amount: booking.priceAmount,
    currency: booking.currency,
    mode: booking.paymentMode,
  });
  const by =
    waitingEntryId === undefined
      ? { party: 'client' as const, accountId: client.accountId, action: 'booking.hold' }
      : { party: 'system' as const, accountId: null, action: 'booking.offer' };
  await recordAudit(tx, {
    at: now,
    ...by,
    subjectType: 'booking',
    subjectId: booking.id,
    to: 'held',
  });
  return booking.id;
}

function whatIsHeld({ offer, slot, specialistId, channel, client, heldUntil, now }: NewHold) {
  return {
    clientId: client.accountId,
    providerId: offer.providerId,
    specialistId,
    serviceId: offer.serviceId,
    status: 'held' as const,
    startsAt: slot.start,
    endsAt: addMinutes(slot.start, offer.durationMinutes),
    channel,
    channels: [...slot.channels],
    clientTimeZone: client.timeZone,
    serviceTitle: titleOf(offer, client.locale),
    serviceTitles: offer.titles,
    heldUntil,
    freeCancelUntil: freeCancelUntil(slot.start, now),
    createdAt: now,
  };
}
