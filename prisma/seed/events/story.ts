import type { AccountActor } from '@/lib/access/actor';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { dueReminder, reminderHours } from '@/lib/booking/rules/reminder';
import { addHours, addLocalDays, addMinutes, localDate } from '@/lib/shared/time';
import type { DemoSpecialist } from '../people';
import type { EventLine, SeatCourse } from './plan';

/** An event of the demo with the instants of its life. */
export type EventStory = {
  key: string;
  line: EventLine;
  host: DemoSpecialist;
  startsAt: Date;
  endsAt: Date;
  bookUntil: Date;
  createdAt: Date;
  publishedAt: Date | null;
  confirmedAt: Date | null;
  closedAt: Date | null;
};

export type SeatStory = {
  key: string;
  course: SeatCourse;
  client: AccountActor;
  heldAt: Date;
  bookedAt: Date | null;
  /** When its client cancelled it, or its hold ended. */
  leftAt: Date | null;
};

const deadlineHours = 24;

export function eventStory(line: EventLine, host: DemoSpecialist, now: Date): EventStory {
  const { zone } = host.content;
  const date = addLocalDays(localDate(now, zone), line.day);
  const startsAt = instantOfWall(date, line.minute, zone);
  const endsAt = addMinutes(startsAt, line.minutes);
  const bookUntil = addHours(startsAt, -deadlineHours);
  const createdAt = new Date(
    Math.min(addHours(startsAt, -24 * 25).getTime(), addHours(now, -24 * 14).getTime()),
  );
  return {
    key: `${line.slug}/event/${line.day}`,
    line,
    host,
    startsAt,
    endsAt,
    bookUntil,
    createdAt,
    publishedAt: line.course === 'draft' ? null : addHours(createdAt, 2),
    confirmedAt: line.course === 'completed' || line.course === 'hostAbsent' ? bookUntil : null,
    closedAt: closedAtOf(line, { startsAt, endsAt, bookUntil }),
  };
}

function closedAtOf(
  { course }: EventLine,
  { startsAt, endsAt, bookUntil }: Pick<EventStory, 'startsAt' | 'endsAt' | 'bookUntil'>,
): Date | null {
  if (course === 'completed' || course === 'hostAbsent') return addMinutes(endsAt, 1);
  if (course === 'byHost') return addHours(startsAt, -30);
  if (course === 'belowMinimum') return bookUntil;
  return null;
}

/** Seats are taken one a few hours after the other, the last ones lately. */
export function seatStories(story: EventStory, clients: AccountActor[], now: Date): SeatStory[] {
  const { line, startsAt, key } = story;
  return line.seats.map(([number, course], index) => {
    const client = clients[number];
    if (!client) throw new Error(`no client ${number}`);
    const planned = addHours(startsAt, -24 * 9 + index * 7).getTime();
    const latest = addHours(now, -24 * 4 + index * 5).getTime();
    const heldAt = course === 'held' ? now : new Date(Math.min(planned, latest));
    const isBooked = course !== 'held' && course !== 'expired';
    const left = {
      freeCancel: addHours(heldAt, 6),
      lateCancel: addHours(startsAt, -20),
      expired: addMinutes(heldAt, 15),
    };
    const leftAt = course in left ? left[course as keyof typeof left] : null;
    return {
      key: `${key}/${number}`,
      course,
      client,
      heldAt,
      bookedAt: isBooked ? addMinutes(heldAt, line.price > 0 ? 5 : 0) : null,
      leftAt,
    };
  });
}

/** The reminders whose time came while somebody was to come. */
export function remindersOf(
  { startsAt }: EventStory,
  { since, until, now }: { since: Date; until: Date | null; now: Date },
) {
  return reminderHours
    .map((hours) => ({ hours, at: addHours(startsAt, -hours) }))
    .filter(({ at }) => at <= now && (until === null || at < until))
    .filter(({ at }) => dueReminder({ status: 'accepted', startsAt, decidedAt: since }, at) !== null);
}
