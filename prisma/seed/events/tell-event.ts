import { eventWords } from '@/lib/events/event-words';
import {
  type EventParty,
  type EventStatus,
  type EventTransition,
  eventMachine,
} from '@/lib/events/rules/status';
import type { EventNews } from '@/lib/events/tell';
import type { Rows } from '../bookings/rows';
import { env } from '@/lib/server/env';
import type { PaidStory } from '../bookings/tell-payment';
import { eventContents, textsOf } from '../content/events';
import { seedId } from '../seed-id';
import type { EventCourse } from './plan';
import { News } from './news';
import { type EventStory, remindersOf, type SeatStory } from './story';
import { tellSeat } from './tell-seat';

type Ending = { transition: EventTransition; by: EventParty; news?: EventNews };

const endings: Partial<Record<EventCourse, Ending>> = {
  completed: { transition: 'complete', by: 'system' },
  byHost: { transition: 'cancelByHost', by: 'provider', news: 'cancelled' },
  belowMinimum: { transition: 'belowMinimum', by: 'system', news: 'belowMinimum' },
  hostAbsent: { transition: 'hostAbsent', by: 'system', news: 'hostAbsent' },
};

const reasons = { byHost: 'by_host', belowMinimum: 'below_minimum', hostAbsent: 'host_absent' } as const;

/** Writes down one event with its seats and their money, and what everybody heard. */
export async function tellEvent(
  rows: Rows,
  story: EventStory & { offer: PaidStory['offer'] },
  seats: readonly SeatStory[],
  now: Date,
): Promise<void> {
  const { key, line, host, createdAt, publishedAt, closedAt } = story;
  const id = seedId(`event/${key}`);
  const news = new News(rows, story, id, now);
  const { accountId } = host.actor;
  const audit = (action: string, at: Date, by: EventParty, from: string | null, to: string | null) =>
    rows.audits.push({
      id: seedId(`audit/${key}/${action}`),
      at,
      party: by,
      accountId: by === 'provider' ? accountId : null,
      action: `event.${action}`,
      subjectType: 'event',
      subjectId: id,
      fromStatus: from,
      toStatus: to,
    });
  audit('create', createdAt, 'provider', null, 'draft');
  let status: EventStatus = 'draft';
  const move = (transition: EventTransition, by: EventParty, at: Date) => {
    const next = eventMachine.next(status, transition, by);
    if (!next.ok) throw new Error(`${key}: ${transition} from ${status}`);
    audit(transition, at, by, status, next.value);
    status = next.value;
  };
  if (publishedAt) move('publish', 'provider', publishedAt);
  if (story.confirmedAt) audit('confirm', story.confirmedAt, 'system', null, null);
  const ending = endings[line.course];
  if (ending && closedAt) move(ending.transition, ending.by, closedAt);
  for (const seat of seats) tellSeat({ rows, story, seat, eventId: id, news, now });
  if (ending?.news && closedAt) news.toHost(ending.news, closedAt);
  if (publishedAt)
    for (const { hours, at } of remindersOf(story, { since: publishedAt, until: closedAt, now }))
      news.remind(host.actor, { hours, at });
  attendAsHost(rows, story, id);
  occupy(rows, story, id);
  rows.events.push({
    ...(await columnsOf(story)),
    id,
    status,
    version: 1 + [publishedAt, story.confirmedAt, closedAt].filter(Boolean).length,
    ending: line.course in reasons ? reasons[line.course as keyof typeof reasons] : null,
    calendarSequence: news.write(),
  });
}

async function columnsOf({ line, host, ...story }: EventStory) {
  const { startsAt, endsAt, bookUntil, createdAt, publishedAt, confirmedAt, closedAt } = story;
  const texts = textsOf(line.name);
  const { content, providerId } = host;
  const main = texts.some(({ locale }) => locale === content.main) ? content.main : texts[0]?.locale;
  return {
    providerId,
    hostId: providerId,
    startsAt,
    endsAt,
    bookUntil,
    priceAmount: line.price,
    currency: env().CURRENCY,
    minimumSeats: line.places[0],
    maximumSeats: line.places[1],
    language: line.language,
    cover: eventContents[line.name].cover,
    mainLocale: main ?? content.main,
    words: await eventWords({
      texts,
      seller: { displayName: content.name, specialities: content.specialities },
    }),
    publishedAt,
    confirmedAt,
    closedAt,
    createdAt,
    updatedAt: closedAt ?? createdAt,
  };
}

function occupy(
  rows: Rows,
  { key, line, host, startsAt, endsAt, publishedAt }: EventStory,
  id: string,
): void {
  if (line.course !== 'published' && line.course !== 'completed') return;
  rows.occupancies.push({
    id: seedId(`occupancy/${key}`),
    specialistId: host.providerId,
    startsAt,
    endsAt,
    kind: 'event',
    sourceId: id,
    createdAt: publishedAt ?? startsAt,
  });
}

function attendAsHost(rows: Rows, { key, line, host, startsAt, endsAt }: EventStory, eventId: string): void {
  if (line.course !== 'completed') return;
  rows.attendances.push({
    id: seedId(`stay/${key}/host`),
    eventId,
    accountId: host.actor.accountId,
    party: 'provider',
    joinedAt: startsAt,
    lastSeenAt: endsAt,
    leftAt: endsAt,
  });
}
