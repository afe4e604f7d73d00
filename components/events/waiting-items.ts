import type { WaitingItem } from '@/components/booking/waiting-list';
import { leaveLineAction } from '@/lib/events/actions';
import { shownEventText } from '@/lib/events/rules/texts';
import type { OwnSeatEntry } from '@/lib/events/waiting/types';
import { formatInstant } from '@/lib/i18n/time-format';
import type { Locale } from '@/lib/i18n/routing';

/** Waits for seats of events. */
export function seatItems(entries: readonly OwnSeatEntry[], locale: Locale, zone: string): WaitingItem[] {
  return entries.map(({ id, status, event, offer }) => ({
    id,
    title: shownEventText(event.texts, locale, event.mainLocale).title,
    page: { pathname: '/events/[eventId]', params: { eventId: event.id } },
    about: `${event.hostName} · ${formatInstant(event.startsAt, { locale, zone, style: 'dateTime' })}`,
    status,
    offer: offer && {
      page: { pathname: '/seats/[seatId]/checkout', params: { seatId: offer.id } },
      until: offer.heldUntil,
    },
    again: { pathname: '/events/[eventId]', params: { eventId: event.id } },
    leave: leaveLineAction,
  }));
}
