import { isBarred, type Actor } from '@/lib/access/actor';
import { can, worksAt } from '@/lib/access/policy';
import { orderTermsVersion, type ReturnAddresses } from '@/lib/booking/order-booking';
import { isHeld } from '@/lib/booking/rules/hold';
import { earlyStartUntil, earlyStartVersion } from '@/lib/booking/rules/withdrawal';
import { withdrawalRule } from '@/lib/booking/withdrawal/withdrawal-rule';
import { beginCheckout, openCheckout } from '@/lib/payments/open-checkout';
import type { PaymentRecord } from '@/lib/payments/types';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { findSellerOf } from '../repository';
import { shownEventText } from '../rules/texts';
import { confirmSeat } from './confirm-seat';
import { lockSeatWithEvent } from './lock-seat';
import { findSeatView, updateSeatOrder } from './repository';

/** `checkoutUrl` is null when nothing was to pay and the seat is booked. */
export type SeatOrder = { seatId: string; checkoutUrl: string | null };

/**
 * The order button of a held seat: records what was agreed to and opens the hosted checkout, or books it when nothing is
 * to be paid; not where the client works by now (`event.ownEvent`), nor once the provider or the member who is to hold it
 * is suspended (`provider.notBookable`). What begins before the period of withdrawal ends is asked for expressly, else
 * `booking.earlyStartMissing`. What is paid follows from the payment service's word, never from the way back to
 * our page.
 */
export async function orderSeat(
  actor: Actor,
  { seatId, earlyStart = false }: { seatId: string; earlyStart?: boolean },
  addresses: (seatId: string) => ReturnAddresses,
): Promise<Result<SeatOrder>> {
  const now = await clock();
  const recorded = await inTransaction((tx) => recordOrder(tx, actor, { seatId, earlyStart }, now));
  if (!recorded.ok) return recorded;
  if (!recorded.value) return ok({ seatId, checkoutUrl: null });
  const seat = await findSeatView(db(), seatId);
  if (!seat) return err('common.notFound');
  const { success, cancel, locale } = addresses(seatId);
  const opened = await openCheckout(recorded.value, {
    capture: 'automatic',
    locale,
    customer: { accountId: seat.clientId, email: seat.client.email, name: seat.client.name },
    title: shownEventText(seat.event.texts, locale, seat.event.mainLocale).title,
    description: seat.event.host.name,
    successUrl: success,
    cancelUrl: cancel,
    now,
  });
  return opened.ok ? ok({ seatId, checkoutUrl: opened.value.url }) : opened;
}

async function recordOrder(
  tx: Tx,
  actor: Actor,
  { seatId, earlyStart }: { seatId: string; earlyStart: boolean },
  now: Date,
): Promise<Result<PaymentRecord | null>> {
  const found = await lockSeatWithEvent(tx, seatId);
  if (!found || !can(actor, 'seat:pay', found.seat)) return err('common.notFound');
  const { seat, event } = found;
  if (seat.status === 'booked') return err('payment.alreadyPaid');
  const isRunning = seat.heldUntil && isHeld({ heldUntil: seat.heldUntil, extendedAt: null }, now);
  if (seat.status !== 'held' || !isRunning) return err('booking.holdExpired');
  if (event.status !== 'published') return err('event.closed');
  if (worksAt(actor, seat.providerId)) return err('event.ownEvent');
  if (isBarred((await findSellerOf(tx, event)).status)) return err('provider.notBookable');
  const isEarly = earlyStartUntil(seat, withdrawalRule(), now) !== null;
  if (isEarly && !earlyStart) return err('booking.earlyStartMissing');
  await updateSeatOrder(tx, seatId, {
    orderTerms: orderTermsVersion,
    orderedAt: now,
    earlyStartTerms: isEarly ? earlyStartVersion : null,
    earlyStartAt: isEarly ? now : null,
  });
  if (seat.priceAmount > 0) return beginCheckout(tx, { subject: { seatId }, now });
  const confirmed = await confirmSeat(tx, seat, { party: 'client', accountId: actor.accountId }, now);
  return confirmed.ok ? ok(null) : confirmed;
}
