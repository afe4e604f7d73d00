import { cache } from 'react';
import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import type { Slot } from '@/lib/availability/rules/slots';
import type { Terms } from '@/lib/availability/rules/terms';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { isHeld } from '@/lib/booking/rules/hold';
import { isOpenProposal } from '@/lib/booking/rules/proposal';
import { withdrawalOfOrder } from '@/lib/booking/rules/withdrawal';
import { chargeTime, wayToPay } from '@/lib/payments/rules/payment-time';
import { openPayToken } from '@/lib/payments/pay-link/read-pay-link';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { givenBy, oncePerStart } from '@/lib/services/given-by';
import { isId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import type { Offer } from '@/lib/services/types';
import type { ErrorCode } from '@/lib/shared/errors';
import { appointmentView } from './appointment-view';
import { findTerms, holdSlot } from './hold-slot';
import { findBookingView, hasOtherBooking, listBookingViews } from './repository';
import type { PickedFrom } from './rules/picked-from';
import type { HoldInput } from './schema';
import type { BookingView } from './types';
import { withdrawalRule } from './withdrawal/withdrawal-rule';

/** A booking that the actor is part of, or null: one that is somebody else's does not exist for them. */
export const loadBooking = cache(
  async (actor: AccountActor, bookingId: string): Promise<BookingView | null> => {
    if (!isId(bookingId)) return null;
    const booking = await findBookingView(db(), bookingId);
    return booking && can(actor, 'booking:view', booking) ? booking : null;
  },
);

/** The same for its client only. */
export async function loadOwnBooking(actor: AccountActor, bookingId: string): Promise<BookingView | null> {
  const booking = await loadBooking(actor, bookingId);
  return booking?.clientId === actor.accountId ? booking : null;
}

/** The same for whoever acts for its provider, or gives it. */
export async function loadProviderBooking(
  actor: AccountActor,
  bookingId: string,
): Promise<BookingView | null> {
  const booking = await loadBooking(actor, bookingId);
  return booking && can(actor, 'booking:viewAsProvider', booking) ? booking : null;
}

/** A held or proposed booking with what the summary needs beside it; null once it is no hold of this client any more. */
export async function loadCheckout(actor: AccountActor, bookingId: string) {
  const booking = await loadOwnBooking(actor, bookingId);
  if (!booking) return null;
  const now = await clock();
  const { heldUntil, holdExtendedAt, status } = booking;
  const isOpen = heldUntil !== null && isHeld({ heldUntil, extendedAt: holdExtendedAt }, now);
  const isRunning = status === 'held' && isOpen;
  return {
    booking: status === 'proposed' ? asOrderedNow(booking, now) : booking,
    now,
    isRunning,
    /** A proposal that can be accepted now. */
    isProposal: status === 'proposed' && isOpen,
    channels: booking.channels,
    /** Until when an order of now can be withdrawn from, and whether its session begins before that. */
    withdrawal: withdrawalOfOrder(booking, withdrawalRule(), now),
    /** How an order of now is paid; of a stored card when it is charged, null before entry. */
    payment: {
      way: wayToPay(booking.paymentMode, booking.startsAt, now),
      chargeAt: chargeTime(booking.paymentMode, booking.startsAt, now),
    },
    isExtendable: isRunning && holdExtendedAt === null,
  };
}

/** What the client may rely on when a proposal is accepted now. */
function asOrderedNow(booking: BookingView, now: Date): BookingView {
  return { ...booking, freeCancelUntil: freeCancelUntil(booking.startsAt, now) };
}

export type BookingLists = { upcoming: BookingView[]; unfinished: BookingView[]; now: Date };

/**
 * What lies before a client: sessions, requests and proposals that have not ended, and the hold that still waits for
 * payment.
 */
export async function loadUpcoming(actor: AccountActor): Promise<BookingLists> {
  const now = await clock();
  const filter = { clientId: actor.accountId };
  const [upcoming, held] = await Promise.all([
    listBookingViews(db(), filter, {
      statuses: ['proposed', 'pending', 'accepted'],
      from: now,
      order: 'asc',
      take: 100,
    }),
    listBookingViews(db(), filter, { statuses: ['held'], from: now, order: 'asc', take: 20 }),
  ]);
  const isAhead = (booking: BookingView) => booking.status !== 'proposed' || isOpenProposal(booking, now);
  return {
    upcoming: upcoming.filter(isAhead),
    unfinished: held.filter(({ heldUntil }) => heldUntil !== null && heldUntil > now),
    now,
  };
}

/** The latest of what is over for a client, ended or closed before; the latest first. */
export async function loadPast(actor: AccountActor, most: number) {
  const filter = { clientId: actor.accountId };
  const statuses = ['completed', 'missed', 'cancelled', 'rejected'] as const;
  return listBookingViews(db(), filter, {
    statuses: [...statuses],
    orEndedBy: await clock(),
    hasLapsed: true,
    order: 'desc',
    take: most,
  });
}

/**
 * A client's booking with what can be done with it now, and the link to pay what is due; null when it is somebody else's,
 * or only held.
 */
export async function loadAppointment(actor: AccountActor, bookingId: string) {
  const booking = await loadOwnBooking(actor, bookingId);
  if (!booking) return null;
  const payToken = booking.payment && (await openPayToken(booking.payment.id));
  return { booking, state: appointmentView(booking, await clock()), payToken };
}

export type PickedTime =
  | { kind: 'held'; bookingId: string }
  | { kind: 'ask'; offer: Offer; start: Date; terms: Terms }
  | { kind: 'refused'; code: ErrorCode; offer: Offer; next: Slot[] };

const nextShown = 3;

/** The first free starts from the wanted one on, else the first of all. */
async function nextTimes(offer: Offer, wanted: Date): Promise<Slot[]> {
  const now = await clock();
  const window = { start: now, end: addHours(now, (offer.horizonDays + 1) * 24) };
  const slots = oncePerStart(await listFreeTimes(db(), offer, window, now));
  const after = slots.filter(({ start }) => start > wanted);
  return (after.length > 0 ? after : slots).slice(0, nextShown);
}

/**
 * A time picked on a public page. From the times of our own pages it is held at once, and when somebody who has never
 * booked has just confirmed their zone. From elsewhere (an e-mail, another site, signing in with an address to go to)
 * the client is asked first, so that no foreign link can hold a time or end a hold. Null when it is not sold.
 */
export async function pickTime(
  actor: AccountActor,
  input: HoldInput,
  from: PickedFrom,
): Promise<PickedTime | null> {
  const sold = await readOffer(db(), input.serviceId);
  const offer = sold && input.member ? givenBy(sold, input.member) : sold;
  if (!offer?.isSellable) return null;
  const { serviceId, start: startsAt } = input;
  // The browser may ask twice on the way from there: the second time it has the hold already.
  const isFirst = async () => !(await hasOtherBooking(db(), actor.accountId, { serviceId, startsAt }));
  const isOwnPick = from === 'ourTimes' || (from === 'welcome' && (await isFirst()));
  const refused = async (code: ErrorCode): Promise<PickedTime> => ({
    kind: 'refused',
    code,
    offer,
    next: await nextTimes(offer, input.start),
  });
  if (!isOwnPick) {
    const found = await findTerms(actor, offer, input, await clock());
    return found.ok
      ? { kind: 'ask', offer, start: input.start, terms: found.value }
      : refused(found.error.code);
  }
  const held = await holdSlot(actor, input);
  return held.ok ? { kind: 'held', bookingId: held.value.bookingId } : refused(held.error.code);
}

/**
 * What the page after the checkout shows. While the payment service has not told us, `processing` when the client comes
 * back from a checkout that was opened, `unpaid` when none was.
 */
export async function loadResult(actor: AccountActor, bookingId: string) {
  const booking = await loadOwnBooking(actor, bookingId);
  return booking && { booking, state: resultOf(booking) };
}

function resultOf(booking: BookingView) {
  const { status, payment, heldUntil, requestedAt, answerBy, decidedAt, proposedAt } = booking;
  if (status === 'pending' && answerBy)
    return { kind: 'pending', requestedAt: requestedAt ?? answerBy, answerBy } as const;
  if (status === 'accepted') return { kind: 'accepted', bookedAt: decidedAt ?? booking.startsAt } as const;
  if (status === 'held' && payment?.status === 'none' && heldUntil)
    return { kind: 'unpaid', heldUntil } as const;
  if (status === 'held') return { kind: 'processing' } as const;
  if (status === 'proposed' && payment?.status !== 'none') return { kind: 'processing' } as const;
  if (status === 'expired' && proposedAt === null) return { kind: 'tooLate' } as const;
  return { kind: 'closed' } as const;
}
