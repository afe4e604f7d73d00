import type { FeedBooking } from '@/lib/booking/feeds/rules/feed-file';
import type { FeedReader } from '@/lib/booking/feeds/types';
import { pageAddress } from '@/lib/i18n/site';
import { wordsFor } from '@/lib/i18n/worker';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import type { Interval } from '@/lib/shared/time';
import { inView } from './hosting/in-view';
import { listHostedEvents } from './hosting/repository';
import { listKnown } from './repository';
import { roomAddress } from './addresses';
import { shownEventText } from './rules/texts';
import { listFeedSeats } from './seats/repository';

/** More seats than anybody has in 490 days. */
const mostSeats = 5000;

/** What stands of events in a private feed: those of a practice as in its agenda, or those for which a client has a seat. */
export function listFeedEvents(reader: FeedReader, window: Interval): Promise<FeedBooking[]> {
  return reader.kind === 'agenda' ? hosted(reader, window) : attended(reader, window);
}

async function hosted({ practice, locale }: FeedReader, window: Interval): Promise<FeedBooking[]> {
  if (practice === null) return [];
  const { t, locale: language } = await wordsFor(locale, 'UTC');
  const of = inView({ provider: practice, memberOf: practice.memberOf });
  const events = await listHostedEvents(db(), of, window, await clock());
  return events.map((event) => ({
    id: event.id,
    sequence: event.calendarSequence,
    status: 'accepted',
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    changedAt: event.updatedAt,
    summary: t('emails.eventTitle', { title: shownEventText(event.texts, language, event.mainLocale).title }),
    location: roomAddress(event.id, language),
    url: pageAddress({ pathname: '/practice/events/[eventId]', params: { eventId: event.id } }, language),
  }));
}

async function attended({ accountId, locale }: FeedReader, window: Interval): Promise<FeedBooking[]> {
  const { t, locale: language } = await wordsFor(locale, 'UTC');
  const seats = await listFeedSeats(db(), accountId, window, mostSeats);
  return seats.map(({ id, event, calendarSequence, updatedAt }) => ({
    id,
    sequence: calendarSequence,
    status: 'accepted',
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    changedAt: updatedAt,
    summary: t('emails.eventTitle', { title: shownEventText(event.texts, language, event.mainLocale).title }),
    location: roomAddress(event.id, language),
    url: pageAddress({ pathname: '/seats/[seatId]', params: { seatId: id } }, language),
  }));
}

/** Of these ids those that are events that this specialist hosts: their time is taken here already. */
export function listKnownEvents(specialistId: string, ids: string[]): Promise<Set<string>> {
  return listKnown(db(), specialistId, ids);
}
