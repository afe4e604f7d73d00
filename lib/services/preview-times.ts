import type { Actor } from '@/lib/access/actor';
import { type AskedPost, findPost } from '@/lib/availability/find-post';
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
 * What clients would be offered of a service by one who gives it with these weekly hours, which are not saved yet: judged like the
 * offer itself, with the exceptions and everything that takes time now.
 */
export async function previewTimes(
  actor: Actor,
  { serviceId, week, ...asked }: AskedPost & { serviceId: string; week: readonly WeeklyRange[] },
): Promise<Result<PreviewedTime[]>> {
  const [offer, post] = await Promise.all([findOffer(db(), serviceId), findPost(db(), actor, asked)]);
  if (!post.ok) return post;
  const { providerId, specialistId } = post.value;
  if (offer?.providerId !== providerId || !offer.specialistIds.includes(specialistId))
    return err('common.notFound');
  const now = await clock();
  const window = { start: now, end: addHours(now, previewDays * 24) };
  const times = await readSpecialistTimes(db(), {
    posts: [post.value],
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
