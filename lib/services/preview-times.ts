import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { freeSlots } from '@/lib/availability/rules/slots';
import { readSpecialistTimes } from '@/lib/availability/read-specialist-time';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours } from '@/lib/shared/time';
import { around, hasLimit, questionOf } from './free-times';
import { findOffer } from './repository';

/** So far ahead a preview looks. */
const previewDays = 14;

/** `priceAmount` only where it differs from the price of the service. */
export type PreviewedTime = { start: string; priceAmount?: number };

/**
 * What clients would be offered of the actor's service with these weekly hours, which are not saved yet: judged like the
 * offer itself, with the exceptions and everything that takes time now.
 */
export async function previewTimes(
  actor: Actor,
  { serviceId, week }: { serviceId: string; week: readonly WeeklyRange[] },
): Promise<Result<PreviewedTime[]>> {
  const offer = await findOffer(db(), serviceId);
  if (!offer || !can(actor, 'provider:manage', { providerId: offer.providerId }))
    return err('common.notFound');
  const now = await clock();
  const window = { start: now, end: addHours(now, previewDays * 24) };
  const times = await readSpecialistTimes(db(), {
    posts: [offer],
    window: around(window),
    limitedServiceIds: hasLimit(offer) ? [serviceId] : [],
  });
  const question = questionOf(
    offer,
    times.map((time) => ({ ...time, weekly: week })),
    now,
  );
  const slots = freeSlots({ ...question, from: window.start, to: window.end });
  return ok(
    slots.map(({ start, price: { amount } }) => ({
      start: start.toISOString(),
      ...(amount !== offer.price.amount && { priceAmount: amount }),
    })),
  );
}
