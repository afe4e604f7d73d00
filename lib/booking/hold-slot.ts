import type { AccountActor, Actor } from '@/lib/access/actor';
import { isTimeTaken } from '@/lib/availability/occupy-time';
import type { Slot } from '@/lib/availability/rules/slots';
import type { Terms } from '@/lib/availability/rules/terms';
import { newHold } from '@/lib/booking/rules/hold';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { findFreeTime, readOffer } from '@/lib/services/free-times';
import { givenBy } from '@/lib/services/given-by';
import type { Offer } from '@/lib/services/types';
import type { ErrorCode } from '@/lib/shared/errors';
import { money, toCurrency } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { asClientOf } from './as-client';
import { isPriceOpenTo } from './check-price';
import { chooseSpecialist } from './choose-specialist';
import { endHold } from './end-hold';
import { expireBefore } from './expire-due';
import { type HoldingClient, insertHold } from './insert-hold';
import { findHold, lockHoldsOfClient } from './repository';
import type { HoldInput } from './schema';
import type { BookingRecord } from './types';
import { isWithinLimits } from './within-limits';

/**
 * Holds a free time for the client for 15 minutes and copies the terms of the sale onto the booking. One hold a
 * client: a new one ends the old, and the time that the client holds already is answered with that hold. Judged by
 * the same rules as the offer; between parallel requests the database decides, and the losers hear
 * `booking.slotTaken`. Of an organisation a member may be named; else it is whoever's turn it is of those who are free (see
 * `chooseSpecialist`), and while somebody is free the time is not taken. What a hold that is over gives back goes to those who wait first.
 */
export async function holdSlot(actor: Actor, input: HoldInput): Promise<Result<{ bookingId: string }>> {
  const offer = await readOffer(db(), input.serviceId);
  if (!offer) return err('common.notFound');
  const client = asClientOf(actor, 'booking:hold', offer);
  if (!client.ok) return client;
  if (!(await isWithinLimit(`hold/${client.value.accountId}`, 60, 3600))) return err('common.rateLimited');
  const asked = input.member ? givenBy(offer, input.member) : offer;
  if (!asked) return err('common.notFound');
  const attempt = { offer: asked, input, client: client.value, now: await clock() };
  await expireBefore(asked, input.start, attempt.now);
  // Each attempt that is lost took somebody who was free: after all of them nobody is.
  for (let left = asked.specialistIds.length; ; left -= 1) {
    const held = await holdOnce(attempt);
    if (held !== 'lost') return held;
    if (left <= 1) break;
  }
  return orOwn(attempt, 'booking.slotTaken');
}

type Attempt = { offer: Offer; input: HoldInput; client: HoldingClient; now: Date };

/** A time that this client holds already is answered with that hold. */
async function orOwn(
  { offer, input, client, now }: Attempt,
  code: ErrorCode,
): Promise<Result<{ bookingId: string }>> {
  const held = await findHold(db(), ownHold(client, offer, input), now);
  return held ? ok({ bookingId: held.id }) : err(code);
}

function ownHold(
  { accountId }: Pick<HoldingClient, 'accountId'>,
  { serviceId }: Offer,
  { start, member }: Pick<HoldInput, 'start' | 'member'>,
) {
  return { clientId: accountId, serviceId, startsAt: start, ...(member && { specialistId: member }) };
}

/** `lost`: somebody else was faster with the one whose turn it was. */
async function holdOnce(attempt: Attempt): Promise<Result<{ bookingId: string }> | 'lost'> {
  const { offer, input, client, now } = attempt;
  const slot = await findFreeTime(db(), offer, input.start, now);
  if (!slot) return orOwn(attempt, refusalOf(offer, input.start, now));
  const channel = input.channel ?? slot.channels[0];
  if (!channel || !slot.channels.includes(channel)) return err('booking.channelNotOffered');
  const parties = { clientId: client.accountId, providerId: offer.providerId };
  if (!(await isPriceOpenTo(db(), parties, slot.price.amount, now))) return err('booking.tooManyFree');
  const specialistId = await chooseSpecialist(db(), offer, slot, now);
  const isNamed = input.member !== undefined;
  try {
    return await inTransaction((tx) =>
      writeHold(tx, { offer, slot, specialistId, isNamed, channel, client, now }),
    );
  } catch (error) {
    // Two parallel holds of one client meet in the unique index: the later one lost a race with itself.
    if (isConstraintViolation(error, 'booking_one_hold_a_client')) return orOwn(attempt, 'booking.slotTaken');
    const isLost = error instanceof LimitReached || isTimeTaken(error);
    // Or the member has left, or does not give the service any more.
    if (isLost || isConstraintViolation(error, 'booking_specialist_gives')) return 'lost';
    throw error;
  }
}

/** For how much and how one would meet at this time, free or held by this client already; else why it cannot be held. */
export async function findTerms(
  actor: Pick<AccountActor, 'accountId'>,
  offer: Offer,
  input: Pick<HoldInput, 'start' | 'member'>,
  now: Date,
): Promise<Result<Terms>> {
  const slot = await findFreeTime(db(), offer, input.start, now);
  if (slot) return ok({ price: slot.price, channels: slot.channels });
  const held = await findHold(db(), ownHold(actor, offer, input), now);
  if (!held) return err(refusalOf(offer, input.start, now));
  return ok({ price: money(held.priceAmount, toCurrency(held.currency)), channels: held.channels });
}

function refusalOf({ isSellable }: Offer, start: Date, now: Date): ErrorCode {
  if (!isSellable) return 'provider.notBookable';
  if (start <= now) return 'booking.timePast';
  return 'booking.slotTaken';
}

/** Thrown, so that the hold that was to make way stays. */
class LimitReached extends Error {}

type HoldData = {
  offer: Offer;
  slot: Slot;
  specialistId: string;
  /** The client asked for this specialist. */
  isNamed: boolean;
  channel: BookingRecord['channel'];
  client: HoldingClient;
  now: Date;
};

async function writeHold(tx: Tx, data: HoldData): Promise<Result<{ bookingId: string }>> {
  const { client, now } = data;
  const others = await lockHoldsOfClient(tx, client.accountId);
  const same = others.find((hold) => isSameHold(hold, data));
  if (same) return ok({ bookingId: same.id });
  const ended = await endHolds(tx, others, now);
  if (!ended.ok) return ended;
  if (!(await isWithinLimits(tx, data))) throw new LimitReached();
  const { offer, slot, specialistId, channel } = data;
  const hold = { offer, slot, specialistId, channel, client, heldUntil: newHold(now).heldUntil, now };
  return ok({ bookingId: await insertHold(tx, hold) });
}

/** A request that was made twice: the other one was faster by a moment. */
function isSameHold(hold: BookingRecord, data: HoldData): boolean {
  const { offer, slot, specialistId, isNamed, now } = data;
  const isSameTime = hold.serviceId === offer.serviceId && hold.startsAt.getTime() === slot.start.getTime();
  const isSameOne = !isNamed || hold.specialistId === specialistId;
  return isSameTime && isSameOne && hold.heldUntil !== null && now < hold.heldUntil;
}

async function endHolds(tx: Tx, holds: BookingRecord[], now: Date): Promise<Result<undefined>> {
  for (const booking of holds) {
    const by = { party: 'client' as const, accountId: booking.clientId };
    const ended = await endHold(tx, { booking, transition: 'abandon', by, now });
    if (!ended.ok) return ended;
  }
  return ok();
}
