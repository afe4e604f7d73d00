import { sellerTerms } from '@/lib/booking/sale-terms';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { orderTermsVersion } from '@/lib/booking/order-booking';
import { newSeatHold } from '@/lib/events/rules/seats';
import {
  type EventParty,
  type SeatStatus,
  type SeatTransition,
  seatMachine,
} from '@/lib/events/rules/status';
import { titlesOf } from '@/lib/events/rules/texts';
import type { EventNews } from '@/lib/events/tell';
import { addMinutes } from '@/lib/shared/time';
import type { Rows } from '../bookings/rows';
import type { Course } from '../bookings/story';
import { type PaidStory, tellPayment } from '../bookings/tell-payment';
import { textsOf } from '../content/events';
import { seedId } from '../seed-id';
import type { News } from './news';
import type { EventCourse, SeatCourse } from './plan';
import { type EventStory, remindersOf, type SeatStory } from './story';

type Telling = {
  rows: Rows;
  story: EventStory & { offer: PaidStory['offer'] };
  seat: SeatStory;
  eventId: string;
  news: News;
  now: Date;
};

type Step = {
  transition: SeatTransition;
  by: EventParty;
  at: Date;
  /** What client and host hear of it; the host not of what ends the whole event. */
  client?: EventNews;
  host?: EventNews;
};

const cancelled: Partial<Record<EventCourse, EventNews>> = {
  byHost: 'cancelled',
  belowMinimum: 'belowMinimum',
  hostAbsent: 'hostAbsent',
};

/** The steps of a seat in their order: those of its client, then what its event brings. */
function stepsOf({ line, closedAt }: EventStory, { course, bookedAt, leftAt }: SeatStory): Step[] {
  const steps: Step[] = [];
  if (bookedAt) {
    const by = line.price > 0 ? 'system' : 'client';
    steps.push({ transition: 'confirm', by, at: bookedAt, client: 'seatBooked', host: 'seatBooked' });
  }
  if (leftAt) steps.push({ ...leaving[course as keyof typeof leaving], at: leftAt });
  if (!closedAt || leftAt || !bookedAt) return steps;
  const news = cancelled[line.course];
  if (news)
    steps.push({
      transition: 'eventCancelled',
      by: line.course === 'byHost' ? 'provider' : 'system',
      at: closedAt,
      client: news,
    });
  else if (course === 'absent')
    steps.push({ transition: 'miss', by: 'system', at: closedAt, client: 'absent' });
  else steps.push({ transition: 'attend', by: 'system', at: closedAt });
  return steps;
}

const leaving = {
  freeCancel: { transition: 'cancelFree', by: 'client', client: 'seatCancelled', host: 'seatCancelled' },
  lateCancel: {
    transition: 'cancelLate',
    by: 'client',
    client: 'seatCancelledLate',
    host: 'seatCancelledLate',
  },
  expired: { transition: 'holdOver', by: 'system' },
} as const satisfies Partial<Record<SeatCourse, Omit<Step, 'at'>>>;

/** Writes down one seat: its steps, what was heard of it, whether its client came, and its money. */
export function tellSeat({ rows, story, seat, eventId, news, now }: Telling): void {
  const { key, client, heldAt, leftAt, course } = seat;
  const id = seedId(`seat/${key}`);
  const audit = (action: string, at: Date, by: EventParty, from: string | null, to: string) =>
    rows.audits.push({
      id: seedId(`audit/${key}/${action}`),
      at,
      party: by,
      accountId: by === 'client' ? client.accountId : by === 'provider' ? story.host.actor.accountId : null,
      action: `seat.${action}`,
      subjectType: 'seat',
      subjectId: id,
      fromStatus: from,
      toStatus: to,
    });
  audit('hold', heldAt, 'client', null, 'held');
  const steps = stepsOf(story, seat);
  let status: SeatStatus = 'held';
  let sequence = 0;
  for (const { transition, by, at, client: heard, host } of steps) {
    const next = seatMachine.next(status, transition, by);
    if (!next.ok) throw new Error(`${key}: ${transition} from ${status} by ${by}`);
    audit(transition, at, by, status, next.value);
    status = next.value;
    if (heard) news.toClient(client, { seatId: id, news: heard, at, sequence: (sequence += 1) });
    if (host) news.toHost(host, at, id);
  }
  const late = cancelled[story.line.course];
  // Who cancelled late hears that everything comes back after all.
  if (course === 'lateCancel' && late && story.closedAt)
    news.toClient(client, { seatId: id, news: late, at: story.closedAt, sequence: (sequence += 1) });
  if (seat.bookedAt) {
    const until = leftAt ?? story.closedAt;
    for (const reminder of remindersOf(story, { since: seat.bookedAt, until, now }))
      news.remind(client, { ...reminder, seatId: id, sequence: 1 });
  }
  const last = steps.at(-1);
  const isClosed = status !== 'held' && status !== 'booked' && status !== 'expired';
  rows.seats.push({
    ...columnsOf(story, seat),
    id,
    eventId,
    status,
    version: steps.length + 1,
    closedAt: isClosed ? (last?.at ?? null) : null,
    closedBy: isClosed ? (last?.by ?? null) : null,
    isLate: course === 'lateCancel',
    calendarSequence: sequence,
    updatedAt: last?.at ?? heldAt,
  });
  attend(rows, story, seat, { eventId, status });
  pay(rows, story, seat, now);
}

function columnsOf({ offer, host, line, startsAt, endsAt }: Telling['story'], seat: SeatStory) {
  const { client, heldAt, bookedAt } = seat;
  return {
    ...sellerTerms(offer, offer.price),
    clientId: client.accountId,
    providerId: host.providerId,
    startsAt,
    endsAt,
    clientTimeZone: client.timeZone ?? 'UTC',
    titles: titlesOf(textsOf(line.name)),
    heldUntil: newSeatHold(startsAt, heldAt).heldUntil,
    freeCancelUntil: freeCancelUntil(startsAt, heldAt),
    orderTerms: bookedAt && line.price > 0 ? orderTermsVersion : null,
    orderedAt: bookedAt && line.price > 0 ? addMinutes(heldAt, 2) : null,
    bookedAt,
    createdAt: heldAt,
  };
}

function attend(
  rows: Rows,
  { startsAt, endsAt }: EventStory,
  { key, client }: SeatStory,
  { eventId, status }: { eventId: string; status: SeatStatus },
): void {
  if (status !== 'attended') return;
  rows.attendances.push({
    id: seedId(`stay/${key}`),
    eventId,
    accountId: client.accountId,
    party: 'client',
    joinedAt: addMinutes(startsAt, -2),
    lastSeenAt: endsAt,
    leftAt: endsAt,
  });
}

/** How the money of a seat goes, in the words of a session's. */
function moneyOf({ line }: EventStory, { course }: SeatStory): Course {
  if (course === 'held' || course === 'expired') return course;
  if (course === 'freeCancel') return 'freeCancel';
  if (line.course === 'byHost') return 'providerCancelled';
  if (line.course === 'belowMinimum' || line.course === 'hostAbsent') return 'eventNotHeld';
  if (line.course !== 'completed') return 'accepted';
  return course === 'lateCancel' ? 'lateCancel' : 'completed';
}

function pay(rows: Rows, story: Telling['story'], seat: SeatStory, now: Date): void {
  const { key, client, heldAt, bookedAt, course, leftAt } = seat;
  const money = moneyOf(story, seat);
  const paid = {
    key,
    seatId: seedId(`seat/${key}`),
    specialist: story.host,
    client,
    offer: story.offer,
    bookedAt: heldAt,
    course: money,
  };
  // What was cancelled late is judged with the event.
  const closedAt = course === 'freeCancel' ? leftAt : story.closedAt;
  const timeline = { orderedAt: addMinutes(heldAt, 2), securedAt: bookedAt, decidedAt: bookedAt };
  tellPayment(rows, paid, { ...timeline, closedAt, endsAt: story.endsAt }, now);
}
