import { clientZoneOf, titleOf } from '@/components/practice/booking-facts';
import type { AgendaContent } from '@/lib/booking/agenda-loaders';
import { postOf } from '@/lib/booking/practice-filter';
import type { BookingView } from '@/lib/booking/types';
import { shownEventText } from '@/lib/events/rules/texts';
import type { OwnEvent } from '@/lib/events/types';
import { pagePath } from '@/lib/i18n/page-path';
import type { Locale } from '@/lib/i18n/routing';
import { localDay, localMinute } from '@/lib/i18n/time-format';
import { addLocalDays, type LocalDate } from '@/lib/shared/calendar';
import { inLanguage } from '@/lib/shared/in-language';

export type AgendaKind = 'event' | 'session' | 'request' | 'over' | 'proposal' | 'blocked' | 'busy';

/** Something in the agenda; plain enough to be handed to the browser. */
export type AgendaItem = {
  key: string;
  kind: AgendaKind;
  title: string;
  detail: string;
  start: Date;
  end: Date;
  /** Address of its page. */
  href: string | null;
  /** The booking for which another time can be proposed. */
  movableId: string | null;
  /** The clock of the client. */
  clientZone: string | null;
};

/** The part of an item that lies on one day, in minutes of its clock. */
export type AgendaPiece = { item: AgendaItem; day: LocalDate; startMinute: number; endMinute: number };

const dayMinutes = 24 * 60;
/** What is shorter could not be read or touched. */
const leastMinutes = 30;

function kindOf({ status, endsAt }: BookingView, now: Date): AgendaKind {
  if (status === 'pending') return 'request';
  if (status === 'proposed') return 'proposal';
  return endsAt <= now ? 'over' : 'session';
}

type AgendaWords = { locale: Locale; blocked: string; seats: (event: OwnEvent) => string };

const sentences = (...parts: (string | null)[]) => parts.filter(Boolean).join('. ');

function eventItem(event: OwnEvent, { locale, seats }: AgendaWords, now: Date): AgendaItem {
  const { id, startsAt: start, endsAt: end, post } = event;
  return {
    key: id,
    kind: end <= now ? 'over' : 'event',
    title: shownEventText(event.texts, locale, event.mainLocale).title,
    detail: sentences(seats(event), post && `${post.host}, ${post.provider}`),
    start,
    end,
    href: pagePath({ pathname: '/practice/events/[eventId]', params: { eventId: id } }, locale),
    movableId: null,
    clientZone: null,
  };
}

/** Everything in a period in order, with the events that take place in it. */
export function itemsOf(
  { bookings, proposals, blocked, imported, now, isMovable }: AgendaContent,
  events: readonly OwnEvent[],
  words: AgendaWords,
): AgendaItem[] {
  const sessionPage = (bookingId: string) =>
    pagePath({ pathname: '/practice/appointments/[bookingId]', params: { bookingId } }, words.locale);
  const items: AgendaItem[] = [
    ...bookings.map((booking) => ({
      key: booking.id,
      kind: kindOf(booking, now),
      title: booking.client.name,
      detail: sentences(titleOf(booking, words.locale), postOf(booking)),
      start: booking.startsAt,
      end: booking.endsAt,
      href: sessionPage(booking.id),
      movableId: isMovable(booking) ? booking.id : null,
      clientZone: clientZoneOf(booking),
    })),
    ...events.map((event) => eventItem(event, words, now)),
    ...proposals.map(({ bookingId, clientName, serviceTitle, serviceTitles, start, end }) => ({
      key: `proposal-${bookingId}`,
      kind: 'proposal' as const,
      title: clientName,
      detail: inLanguage(serviceTitles, words.locale, serviceTitle),
      start,
      end,
      href: sessionPage(bookingId),
      movableId: null,
      clientZone: null,
    })),
    ...blocked.map(({ id, title, start, end }) => ({
      key: id,
      kind: 'blocked' as const,
      title: title ?? words.blocked,
      detail: '',
      start,
      end,
      href: null,
      movableId: null,
      clientZone: null,
    })),
    ...imported.map(({ id, calendarName, start, end }) => ({
      key: `busy-${id}`,
      kind: 'busy' as const,
      title: calendarName,
      detail: '',
      start,
      end,
      href: null,
      movableId: null,
      clientZone: null,
    })),
  ];
  return items.toSorted((a, b) => a.start.getTime() - b.start.getTime());
}

/** An item cut at each midnight of a zone. */
export function piecesOf(item: AgendaItem, zone: string): AgendaPiece[] {
  const firstDay = localDay(item.start, zone);
  const lastDay = localDay(new Date(item.end.getTime() - 1), zone);
  const pieces: AgendaPiece[] = [];
  for (let day = firstDay; day <= lastDay; day = addLocalDays(day, 1)) {
    const startMinute = day === firstDay ? localMinute(item.start, zone) : 0;
    const end = day === localDay(item.end, zone) ? localMinute(item.end, zone) : dayMinutes;
    const endMinute = Math.min(Math.max(end, startMinute + leastMinutes), dayMinutes);
    pieces.push({ item, day, startMinute, endMinute });
  }
  return pieces;
}
