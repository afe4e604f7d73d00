import { notFound } from 'next/navigation';
import type { ProviderActor } from '@/lib/access/actor';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { loadMembers, loadWorkplaces } from '@/lib/organisations/loaders';
import { readZone } from '@/lib/profiles/read-profile';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import { type LocalDate, localDate } from '@/lib/shared/time';
import { findPost } from './find-post';
import { listExceptions, listSessionStarts, listWeeklyRanges, type Post } from './repository';
import type { DayException } from './rules/opening-hours';

/** A specialist in a practice whose hours are shown, and the zone in which they are meant. */
export type PostInView = Post & { zone: string };

const idOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Whose hours an address means; null when the reader may not see them, or there are none. */
export async function loadPost(
  actor: ProviderActor,
  { practice, member }: { practice?: unknown; member?: unknown },
): Promise<PostInView | null> {
  const asked = { practice: idOf(practice), member: idOf(member) };
  if (Object.values(asked).some((id) => id !== undefined && !isId(id))) return null;
  const post = await findPost(db(), actor, asked);
  return post.ok ? { ...post.value, zone: await readZone(db(), post.value.providerId) } : null;
}

/**
 * Whose hours an address means, and whose could be chosen instead; 404 when the reader may not see them. No post: an
 * organisation without members.
 */
export async function loadPostChoice(actor: ProviderActor, asked: { practice?: unknown; member?: unknown }) {
  const [post, members, workplaces] = await Promise.all([
    loadPost(actor, asked),
    loadMembers(actor),
    loadWorkplaces(actor),
  ]);
  const isEmpty = actor.provider.kind === 'organisation' && members.length === 0;
  if (!post && !isEmpty) notFound();
  return { post, members, workplaces };
}

const postOf = ({ providerId, specialistId }: Post): Post => ({ providerId, specialistId });

/** The weekly hours of a specialist in a practice, in order. */
export function loadWeek(post: PostInView): Promise<readonly WeeklyRange[]> {
  return listWeeklyRanges(db(), postOf(post));
}

/** Days that are different, from a day of the practice's calendar on. */
export function loadExceptions(post: PostInView, from: LocalDate): Promise<readonly DayException[]> {
  return listExceptions(db(), postOf(post), { from, limit: 1000 });
}

/** How many sessions of the specialist begin on each day from now on, wherever; days of the practice's calendar. */
export async function loadBookedDays(
  { specialistId, zone }: PostInView,
  now: Date,
): Promise<Record<LocalDate, number>> {
  const starts = await listSessionStarts(db(), specialistId, now);
  const days: Record<LocalDate, number> = {};
  for (const start of starts) {
    const day = localDate(start, zone);
    days[day] = (days[day] ?? 0) + 1;
  }
  return days;
}
