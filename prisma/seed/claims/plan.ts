import type { ClaimReason, ClaimWish } from '@/lib/claims/rules/outcome';
import { ANSWER_HOURS } from '@/lib/claims/rules/clocks';
import { addHours, addMinutes } from '@/lib/shared/time';
import type { Story, Timeline } from '../bookings/story';

/** What comes of a claim of the demo. */
export const claimCourses = [
  'opened',
  'part',
  'declined',
  'unanswered',
  'contested',
  'refunded',
  'accepted',
  'withdrawn',
  'decidedPart',
  'decidedNone',
] as const;
export type ClaimCourse = (typeof claimCourses)[number];

/** Share of the price, in tenths, that a part gives back. */
export const partTenths = 3;

export type ClaimPlan = {
  course: ClaimCourse;
  reason: ClaimReason;
  wish: ClaimWish;
  openedAt: Date;
  answeredAt: Date | null;
  escalatedAt: Date | null;
  closedAt: Date | null;
};

/** How old a session is whose claim can stand there now, in hours since its end, and what was wrong. */
const wanted: Record<ClaimCourse, { least: number; most: number; reason: ClaimReason; wish: ClaimWish }> = {
  opened: { least: 8, most: 70, reason: 'cut_short', wish: 'full' },
  part: { least: 12, most: 165, reason: 'technical', wish: 'part' },
  declined: { least: 12, most: 165, reason: 'not_as_agreed', wish: 'full' },
  unanswered: { least: 75, most: 230, reason: 'did_not_take_place', wish: 'full' },
  contested: { least: 20, most: 190, reason: 'cut_short', wish: 'part' },
  refunded: { least: 100, most: 900, reason: 'technical', wish: 'full' },
  accepted: { least: 150, most: 900, reason: 'not_as_agreed', wish: 'other' },
  withdrawn: { least: 100, most: 900, reason: 'other', wish: 'other' },
  decidedPart: { least: 150, most: 900, reason: 'cut_short', wish: 'full' },
  decidedNone: { least: 150, most: 900, reason: 'charged_wrongly', wish: 'full' },
};
/** Those that can stand on few sessions choose first. */
const order: readonly ClaimCourse[] = [
  'unanswered',
  'opened',
  'part',
  'declined',
  'contested',
  'refunded',
  'accepted',
  'withdrawn',
  'decidedPart',
  'decidedNone',
];

type Told = { story: Story; timeline: Timeline };

/**
 * Which sessions have a claim: one for each course, of practices of one's own, each with another advisor where that goes.
 * The last session of the demo's client stays without, so that a claim about it can be tried.
 */
export function planClaims(told: readonly Told[], now: Date): Map<string, ClaimPlan> {
  const plans = new Map<string, ClaimPlan>();
  const taken = new Set<string>();
  const candidates = told
    .filter(({ story }) => story.course === 'completed' && story.inCharge.length === 0)
    .filter(({ story }) => story.offer.price.amount > 0 && !story.key.startsWith('claire-vasseur/-1/'))
    .toSorted((a, b) => (a.story.key < b.story.key ? -1 : 1));
  for (const course of order) {
    const { least, most, reason, wish } = wanted[course];
    const fits = candidates.filter(({ story, timeline }) => {
      const hours = hoursSince(timeline, now);
      return !plans.has(story.key) && hours >= least && hours <= most;
    });
    const one = fits.find(({ story }) => !taken.has(story.offer.providerId)) ?? fits[0];
    if (!one) continue;
    taken.add(one.story.offer.providerId);
    plans.set(one.story.key, { course, reason, wish, ...timesOf(course, one.timeline, now) });
  }
  return plans;
}

const hoursSince = ({ endsAt }: Timeline, now: Date) => (now.getTime() - endsAt.getTime()) / 3_600_000;

/** When what happened, in whole minutes. */
function timesOf(course: ClaimCourse, timeline: Timeline, now: Date) {
  const { endsAt } = timeline;
  const age = hoursSince(timeline, now);
  const at = (hours: number) => addMinutes(endsAt, Math.floor(hours * 60));
  const none = { answeredAt: null, escalatedAt: null, closedAt: null };
  if (course === 'opened') return { ...none, openedAt: at(age * 0.4) };
  if (course === 'part' || course === 'declined')
    return { ...none, openedAt: at(age * 0.3), answeredAt: at(age * 0.7) };
  if (course === 'unanswered') {
    const openedAt = at(Math.min(70, Math.max(1, age - 100)));
    return { ...none, openedAt, escalatedAt: addMinutes(addHours(openedAt, ANSWER_HOURS), 1) };
  }
  if (course === 'contested')
    return { ...none, openedAt: at(age * 0.2), answeredAt: at(age * 0.5), escalatedAt: at(age * 0.8) };
  if (course === 'refunded') return { ...none, openedAt: at(6), answeredAt: at(20), closedAt: at(20) };
  if (course === 'withdrawn') return { ...none, openedAt: at(6), closedAt: at(30) };
  if (course === 'accepted')
    return { ...none, openedAt: at(6), answeredAt: at(20), closedAt: at(20 + ANSWER_HOURS + 0.1) };
  return { openedAt: at(6), answeredAt: at(20), escalatedAt: at(30), closedAt: at(60) };
}
