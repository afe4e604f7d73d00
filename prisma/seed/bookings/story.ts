import type { AccountActor } from '@/lib/access/actor';
import type { Channel } from '@/lib/availability/rules/terms';
import { answerDeadline } from '@/lib/booking/rules/answer-deadline';
import { HOLD_MINUTES } from '@/lib/booking/rules/hold';
import { dueReminder, type ReminderHours, reminderHours } from '@/lib/booking/rules/reminder';
import { proposalDeadline } from '@/lib/booking/rules/proposal';
import type { BookingParty, BookingTransition } from '@/lib/booking/rules/status';
import type { BookingNews } from '@/lib/booking/tell-parties';
import type { Offer } from '@/lib/services/types';
import { addHours, addMinutes } from '@/lib/shared/time';
import type { DemoSpecialist } from '../people';

/** How a booking of the demo goes on after it was made. */
export type Course =
  | 'held'
  | 'expired'
  | 'pending'
  | 'accepted'
  | 'rejected'
  | 'unanswered'
  | 'withdrawn'
  | 'freeCancel'
  | 'lateCancel'
  | 'providerCancelled'
  | 'completed'
  | 'missed'
  | 'providerNeverCame'
  | 'eventNotHeld'
  | 'proposed'
  | 'proposalDeclined'
  | 'proposalLapsed';

export type Story = {
  key: string;
  /** Who gives it. */
  specialist: DemoSpecialist;
  /** Who acts for the practice beside the specialist: at an organisation its owner and managers. */
  inCharge: readonly AccountActor[];
  client: AccountActor;
  offer: Offer;
  startsAt: Date;
  bookedAt: Date;
  course: Course;
  channel: Channel;
};

export type Step = { transition: BookingTransition; by: BookingParty; at: Date; news?: BookingNews };

/** When what happened, and the transitions that a story goes through. */
export type Timeline = {
  endsAt: Date;
  heldUntil: Date;
  orderedAt: Date;
  /** Paid or authorised. */
  securedAt: Date | null;
  answerBy: Date | null;
  /** Accepted or rejected. */
  decidedAt: Date | null;
  closedAt: Date | null;
  steps: Step[];
  /** Which reminders were told, and when. */
  reminders: { hours: ReminderHours; at: Date }[];
};

const closing: Partial<Record<Course, Omit<Step, 'at'>>> = {
  rejected: { transition: 'reject', by: 'provider', news: 'rejected' },
  unanswered: { transition: 'answerTimeOver', by: 'system', news: 'unanswered' },
  withdrawn: { transition: 'withdraw', by: 'client', news: 'withdrawn' },
  freeCancel: { transition: 'cancelByClient', by: 'client', news: 'cancelledByClient' },
  lateCancel: { transition: 'cancelByClient', by: 'client', news: 'cancelledByClient' },
  providerCancelled: { transition: 'cancelByProvider', by: 'provider', news: 'cancelledByProvider' },
  completed: { transition: 'complete', by: 'system' },
  missed: { transition: 'markMissed', by: 'system', news: 'missed' },
  providerNeverCame: { transition: 'providerNeverCame', by: 'system', news: 'providerNeverCame' },
};

/** In person the provider says it. */
const marked: Partial<Record<Course, Omit<Step, 'at'>>> = {
  completed: { transition: 'complete', by: 'provider', news: 'completed' },
  missed: { transition: 'markMissed', by: 'provider', news: 'missed' },
};

const proposals: Partial<Record<Course, Omit<Step, 'at'> | null>> = {
  proposed: null,
  proposalDeclined: { transition: 'declineProposal', by: 'client', news: 'proposalDeclined' },
  proposalLapsed: { transition: 'proposalOver', by: 'system', news: 'proposalLapsed' },
};

/** Whether the advisor proposed it, and nobody booked. */
export const isProposal = ({ course }: Story): boolean => course in proposals;

/** A proposal waits for its client, who has said no, or nothing. */
function timelineOfProposal({ course, offer, startsAt, bookedAt }: Story): Timeline {
  const heldUntil = proposalDeadline(startsAt, bookedAt);
  const ends = proposals[course];
  const closedAt = course === 'proposalLapsed' ? heldUntil : addHours(bookedAt, 5);
  return {
    endsAt: addMinutes(startsAt, offer.durationMinutes),
    heldUntil,
    orderedAt: bookedAt,
    securedAt: null,
    answerBy: null,
    decidedAt: null,
    closedAt: ends ? closedAt : null,
    steps: ends ? [{ ...ends, at: closedAt }] : [],
    reminders: [],
  };
}

const neverAccepted: Course[] = ['held', 'expired', 'pending', 'rejected', 'unanswered', 'withdrawn'];

export function timelineOf(story: Story, now: Date): Timeline {
  if (isProposal(story)) return timelineOfProposal(story);
  const { course, offer, startsAt, bookedAt, channel } = story;
  const endsAt = addMinutes(startsAt, offer.durationMinutes);
  const orderedAt = addMinutes(bookedAt, 2);
  const heldUntil = addMinutes(bookedAt, HOLD_MINUTES);
  const timeline = {
    endsAt,
    heldUntil,
    orderedAt,
    answerBy: null,
    decidedAt: null,
    closedAt: null,
    reminders: [],
  };
  if (course === 'held') return { ...timeline, securedAt: null, steps: [] };
  if (course === 'expired')
    return { ...timeline, securedAt: null, steps: [{ transition: 'holdOver', by: 'system', at: heldUntil }] };
  const securedAt = addMinutes(bookedAt, 5);
  const isRequest = offer.confirmationMode === 'request';
  const answerBy = isRequest ? answerDeadline(securedAt, offer.provider.answerHours, startsAt) : null;
  const isAccepted = !neverAccepted.includes(course);
  const answeredAt = isRequest ? addHours(securedAt, course === 'rejected' ? 5 : 3) : securedAt;
  const ends = channel === 'in_person' ? (marked[course] ?? closing[course]) : closing[course];
  const closedAt = ends
    ? new Date(
        Math.min(
          closedAtOf(course, startsAt, endsAt, answerBy, securedAt).getTime(),
          addHours(now, -1).getTime(),
        ),
      )
    : null;
  const by: BookingParty = offer.price.amount > 0 ? 'system' : 'client';
  const steps: Step[] = [
    isRequest
      ? { transition: 'requestPaid', by, at: securedAt, news: 'requested' }
      : { transition: 'confirmPaid', by, at: securedAt, news: 'accepted' },
  ];
  if (isRequest && isAccepted)
    steps.push({ transition: 'accept', by: 'provider', at: answeredAt, news: 'accepted' });
  if (ends && closedAt) steps.push({ ...ends, at: closedAt });
  const decidedAt = isAccepted || course === 'rejected' ? answeredAt : null;
  const told = isAccepted ? remindersOf(startsAt, answeredAt, closedAt, now) : [];
  return { ...timeline, securedAt, answerBy, decidedAt, closedAt, steps, reminders: told };
}

/** The reminders whose time came while the session was agreed. */
function remindersOf(startsAt: Date, decidedAt: Date, closedAt: Date | null, now: Date) {
  return reminderHours
    .map((hours) => ({ hours, at: addHours(startsAt, -hours) }))
    .filter(({ at }) => at <= now && (closedAt === null || at < closedAt))
    .filter(({ at }) => dueReminder({ status: 'accepted', startsAt, decidedAt }, at) !== null);
}

function closedAtOf(
  course: Course,
  startsAt: Date,
  endsAt: Date,
  answerBy: Date | null,
  securedAt: Date,
): Date {
  if (course === 'rejected') return addHours(securedAt, 5);
  if (course === 'unanswered') return answerBy ?? securedAt;
  if (course === 'withdrawn') return addHours(securedAt, 2);
  if (course === 'freeCancel') return addHours(startsAt, -72);
  if (course === 'lateCancel') return addHours(startsAt, -20);
  if (course === 'providerCancelled') return addHours(startsAt, -30);
  return addMinutes(endsAt, 1);
}
