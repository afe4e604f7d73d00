import type { Actor } from '@/lib/access/actor';
import { isTimeTaken } from '@/lib/availability/occupy-time';
import { checkMinimum } from '@/lib/plans/check-minimum';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import type { ErrorCode } from '@/lib/shared/errors';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { chooseHost } from './choose-host';
import { moveEventTime, tellPages } from './change-status';
import { mainLocaleOf } from './create-event';
import { eventWords } from './event-words';
import { countTaken, findSeller, lockEvent, replaceTexts, type Seller, updateEvent } from './repository';
import { type EventTimes, fixedTerms, timesOf, wrongTimes } from './rules/terms';
import type { EventInput } from './schema';
import type { ChangedEvent, EventRecord } from './types';

type Change = EventInput & { eventId: string };

/**
 * Changes an event that is not over. A draft in everything; one on sale too, until somebody has a seat: from then on
 * host, start, length and price stay (`event.fixed`), the minimum does not rise, and places are not fewer than seats
 * (`event.placesTaken`). Texts, language, cover and tax change always; seats keep the terms under which they were taken.
 */
export async function changeEvent(actor: Actor, input: Change): Promise<Result<ChangedEvent>> {
  const now = await clock();
  const { eventId } = input;
  try {
    const changed = await changeOwnOffer(actor, async (tx, providerId) => {
      const event = await lockEvent(tx, eventId);
      if (!event || event.providerId !== providerId) return err('common.notFound');
      if (event.status !== 'draft' && event.status !== 'published') return err('event.statusChanged');
      if (event.startsAt <= now && event.status === 'published') return err('event.statusChanged');
      const accountId = actor.kind === 'account' ? actor.accountId : null;
      return writeChange(tx, { event, input, accountId, now });
    });
    return changed.ok ? ok({ ...changed.value, eventId }) : changed;
  } catch (error) {
    if (isTimeTaken(error)) return fieldErrors({ date: 'event.timeTaken' });
    throw error;
  }
}

type Writing = { event: EventRecord; input: Change; accountId: string | null; now: Date };

async function writeChange(tx: Tx, { event, input, accountId, now }: Writing): Promise<Result<undefined>> {
  const { eventId, start, deadline, durationMinutes, texts, hostId, ...terms } = input;
  const seller = await findSeller(tx, event.providerId);
  const times = timesOf({ start, deadline, durationMinutes }, seller.timeZone);
  const host = await chooseHost(tx, { providerId: event.providerId, hostId }, event.hostId);
  if (!host) return fieldErrors({ hostId: 'common.invalidChoice' });
  const changed = { ...terms, ...times, hostId: host.id };
  const wrong = await wrongFields(tx, { event, next: changed, seller, now });
  if (Object.keys(wrong).length > 0) return fieldErrors(wrong);
  if (!(await isPriceFixed(tx, event, now)) || terms.priceAmount !== event.priceAmount) {
    const low = await checkMinimum(tx, { amount: terms.priceAmount, kinds: ['event'], field: 'price' });
    if (low) return low;
  }
  const next = { ...event, ...changed };
  const mainLocale = mainLocaleOf(texts, event.mainLocale);
  const words = await eventWords({ texts, seller, host });
  if (!(await updateEvent(tx, event, { ...changed, mainLocale, words }))) return err('event.statusChanged');
  await replaceTexts(tx, eventId, texts);
  if (event.status === 'published') await moveEventTime(tx, { from: event, to: next }, now);
  await recordAudit(tx, {
    at: now,
    party: 'provider',
    accountId,
    action: 'event.change',
    subjectType: 'event',
    subjectId: eventId,
  });
  await tellPages(tx, event);
  if (next.hostId !== event.hostId) await tellPages(tx, next);
  return ok();
}

/** Somebody has a seat, had one, or the minimum was reached: the price stays, whatever it must be by now. */
async function isPriceFixed(tx: Tx, event: EventRecord, now: Date): Promise<boolean> {
  const { booked, held, late } = (await countTaken(tx, [event.id], now))(event.id);
  return booked + held + late > 0 || event.confirmedAt !== null;
}

type Checked = {
  event: EventRecord;
  next: EventTimes & { hostId: string; priceAmount: number; minimumSeats: number; maximumSeats: number };
  seller: Seller;
  now: Date;
};

async function wrongFields(
  tx: Tx,
  { event, next, seller, now }: Checked,
): Promise<Record<string, ErrorCode>> {
  const { booked, held } = (await countTaken(tx, [event.id], now))(event.id);
  const isFixed = await isPriceFixed(tx, event, now);
  const isDeadlineKept = next.bookUntil.getTime() === event.bookUntil.getTime();
  const { deadlineDate, ...times } = wrongTimes(next, now);
  return {
    ...times,
    ...(deadlineDate && !(isFixed && isDeadlineKept) && { deadlineDate }),
    // What an admin allowed once stays when it is not raised further.
    ...(next.maximumSeats > Math.max(seller.allowedPlaces, event.maximumSeats) && {
      maximumSeats: 'event.tooManyPlaces' as const,
    }),
    ...(isFixed && fixedTerms(event, next, { taken: booked + held, now })),
  };
}
