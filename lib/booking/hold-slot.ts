import type { AccountActor, Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isTimeTaken, occupyTime } from '@/lib/availability/occupy-time';
import type { Slot } from '@/lib/availability/rules/slots';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { newHold } from '@/lib/booking/rules/hold';
import { openPayment } from '@/lib/payments/open-payment';
import { lastPayableStart } from '@/lib/payments/rules/payment-time';
import { lockProvider } from '@/lib/profiles/read-profile';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { findFreeTime, hasLimit, readOffer } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import type { ErrorCode } from '@/lib/shared/errors';
import { err, ok, type Result } from '@/lib/shared/result';
import { addMinutes } from '@/lib/shared/time';
import { occupationOf } from './change-status';
import { isPriceOpenTo } from './check-price';
import { endHold } from './end-hold';
import { findHold, insertBooking, lockHoldsOfClient } from './repository';
import { saleTerms, titleOf } from './sale-terms';
import type { HoldInput } from './schema';
import type { BookingRecord } from './types';

type Client = { accountId: string; locale: string; timeZone: string };

/**
 * Holds a free time for the client for 15 minutes and copies the terms of the sale onto the booking. One hold a
 * client: a new one ends the old, and the time that the client holds already is answered with that hold. Judged by
 * the same rules as the offer; between parallel requests the database decides, and the losers hear
 * `booking.slotTaken`. What is paid at booking starts at most 60 days ahead: `payment.tooFarAhead`.
 */
export async function holdSlot(actor: Actor, input: HoldInput): Promise<Result<{ bookingId: string }>> {
  const offer = await readOffer(db(), input.serviceId);
  if (!offer) return err('common.notFound');
  if (actor.kind !== 'account') return err('auth.signInRequired');
  if (actor.provider?.id === offer.providerId) return err('booking.ownService');
  if (!actor.isEmailVerified) return err('auth.emailNotVerified');
  if (!actor.timeZone) return err('account.timeZoneMissing');
  if (!can(actor, 'booking:hold', { providerId: offer.providerId })) return err('common.forbidden');
  if (!(await isWithinLimit(`hold/${actor.accountId}`, 60, 3600))) return err('common.rateLimited');
  const now = await clock();
  const own = { clientId: actor.accountId, serviceId: offer.serviceId, startsAt: input.start };
  const orOwn = async (code: ErrorCode): Promise<Result<{ bookingId: string }>> => {
    const held = await findHold(db(), own, now);
    return held ? ok({ bookingId: held.id }) : err(code);
  };
  const slot = await findFreeTime(db(), offer, input.start, now);
  if (!slot) return orOwn(refusalOf(offer, input.start, now));
  const channel = input.channel ?? slot.channels[0];
  if (!channel || !slot.channels.includes(channel)) return err('booking.channelNotOffered');
  const parties = { clientId: actor.accountId, providerId: offer.providerId };
  if (!(await isPriceOpenTo(db(), parties, slot.price.amount, now))) return err('booking.tooManyFree');
  const client = { accountId: actor.accountId, locale: actor.locale, timeZone: actor.timeZone };
  try {
    return await inTransaction((tx) => writeHold(tx, { offer, slot, channel, client, now }));
  } catch (error) {
    // Two parallel holds of one client meet in the unique index: the later one lost a race with itself.
    const isLost = error instanceof LimitReached || isTimeTaken(error);
    if (isLost || isConstraintViolation(error, 'booking_one_hold_a_client'))
      return orOwn('booking.slotTaken');
    throw error;
  }
}

/** Why a time cannot be held now; null when it is free, or held by this client already. */
export async function whyNotFree(
  { accountId }: Pick<AccountActor, 'accountId'>,
  offer: Offer,
  start: Date,
  now: Date,
): Promise<ErrorCode | null> {
  if (await findFreeTime(db(), offer, start, now)) return null;
  const own = { clientId: accountId, serviceId: offer.serviceId, startsAt: start };
  return (await findHold(db(), own, now)) ? null : refusalOf(offer, start, now);
}

function refusalOf({ isSellable, price }: Offer, start: Date, now: Date): ErrorCode {
  if (!isSellable) return 'provider.notBookable';
  if (start <= now) return 'booking.timePast';
  return price.amount > 0 && start > lastPayableStart(now) ? 'payment.tooFarAhead' : 'booking.slotTaken';
}

/** Thrown, so that the hold that was to make way stays. */
class LimitReached extends Error {}

type HoldData = { offer: Offer; slot: Slot; channel: BookingRecord['channel']; client: Client; now: Date };

async function writeHold(tx: Tx, data: HoldData): Promise<Result<{ bookingId: string }>> {
  const { client, now } = data;
  const others = await lockHoldsOfClient(tx, client.accountId);
  const same = others.find((hold) => isSameHold(hold, data));
  if (same) return ok({ bookingId: same.id });
  const ended = await endHolds(tx, others, now);
  if (!ended.ok) return ended;
  if (!(await isWithinLimits(tx, data))) throw new LimitReached();
  const booking = await insertBooking(tx, {
    ...saleTerms(data.offer, data.slot.price, data.slot.channels),
    ...newHoldData(data),
  });
  await occupyTime(tx, { ...occupationOf(booking), kind: 'hold', heldUntil: booking.heldUntil }, now);
  await openPayment(tx, {
    bookingId: booking.id,
    clientId: booking.clientId,
    providerId: booking.providerId,
    amount: booking.priceAmount,
    currency: booking.currency,
  });
  await recordAudit(tx, {
    at: now,
    party: 'client',
    accountId: client.accountId,
    action: 'booking.hold',
    subjectType: 'booking',
    subjectId: booking.id,
    to: 'held',
  });
  return ok({ bookingId: booking.id });
}

/** Sessions of a limited service are counted again where it counts, one request of a specialist after the other. */
async function isWithinLimits(tx: Tx, { offer, slot, now }: HoldData): Promise<boolean> {
  if (!hasLimit(offer)) return true;
  await lockProvider(tx, slot.specialistIds[0] ?? offer.specialistId);
  return (await findFreeTime(tx, offer, slot.start, now)) !== undefined;
}

/** A request that was made twice: the other one was faster by a moment. */
function isSameHold(hold: BookingRecord, { offer, slot, now }: HoldData): boolean {
  const isSameTime = hold.serviceId === offer.serviceId && hold.startsAt.getTime() === slot.start.getTime();
  return isSameTime && hold.heldUntil !== null && now < hold.heldUntil;
}

async function endHolds(tx: Tx, holds: BookingRecord[], now: Date): Promise<Result<undefined>> {
  for (const booking of holds) {
    const by = { party: 'client' as const, accountId: booking.clientId };
    const ended = await endHold(tx, { booking, transition: 'abandon', by, now });
    if (!ended.ok) return ended;
  }
  return ok();
}

function newHoldData({ offer, slot, channel, client, now }: HoldData) {
  return {
    clientId: client.accountId,
    providerId: offer.providerId,
    specialistId: slot.specialistIds[0] ?? offer.specialistId,
    serviceId: offer.serviceId,
    status: 'held' as const,
    startsAt: slot.start,
    endsAt: addMinutes(slot.start, offer.durationMinutes),
    channel,
    channels: [...slot.channels],
    clientTimeZone: client.timeZone,
    serviceTitle: titleOf(offer, client.locale),
    serviceTitles: offer.titles,
    heldUntil: newHold(now).heldUntil,
    freeCancelUntil: freeCancelUntil(slot.start, now),
    createdAt: now,
  };
}
