import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { sellerTerms } from '@/lib/booking/sale-terms';
import { openPayment } from '@/lib/payments/open-payment';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import { money, toCurrency } from '@/lib/shared/money';
import { listTexts, type Seller } from '../repository';
import { titlesOf } from '../rules/texts';
import type { EventRecord, SeatRecord } from '../types';
import { insertSeat } from './repository';

type NewSeat = {
  event: EventRecord;
  seller: Seller;
  client: { accountId: string; timeZone: string };
  heldUntil: Date;
  /** Whose wait for a seat it answers: offered by the system, and not to be extended. */
  waitingEntryId?: string;
  now: Date;
};

/** Writes a held seat with the terms of the sale as they are now and opens its payment; the event is locked. */
export async function insertSeatHold(tx: Tx, hold: NewSeat): Promise<SeatRecord> {
  const { event, seller, client, heldUntil, waitingEntryId, now } = hold;
  const isOffer = waitingEntryId !== undefined;
  const price = money(event.priceAmount, toCurrency(event.currency));
  const seat = await insertSeat(tx, {
    ...sellerTerms({ plan: seller.plan, provider: seller, vatBps: event.vatBps }, price),
    eventId: event.id,
    clientId: client.accountId,
    providerId: event.providerId,
    status: 'held',
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    clientTimeZone: client.timeZone,
    titles: titlesOf(await listTexts(tx, event.id)),
    heldUntil,
    freeCancelUntil: freeCancelUntil(event.startsAt, now),
    createdAt: now,
    ...(isOffer && { waitingEntryId, holdExtendedAt: now }),
  });
  const { id: seatId, clientId, providerId, priceAmount: amount, currency } = seat;
  await openPayment(tx, { seatId, clientId, providerId, amount, currency });
  await recordAudit(tx, {
    at: now,
    ...(isOffer
      ? { party: 'system' as const, accountId: null, action: 'seat.offer' }
      : { party: 'client' as const, accountId: clientId, action: 'seat.hold' }),
    subjectType: 'seat',
    subjectId: seatId,
    to: 'held',
  });
  return seat;
}
