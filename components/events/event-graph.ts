import type { Event, ItemList, Thing } from 'schema-dts';
import { excerpt } from '@/components/layout/page-metadata';
import { breadcrumbs, siteGraph } from '@/components/layout/site-graph';
import { pagePath } from '@/lib/i18n/page-path';
import type { Locale } from '@/lib/i18n/routing';
import type { CalendarView } from './calendar-view';
import type { EventView } from './event-view';

type Place = { site: string; locale: Locale /** Of the calendar. */; name: string };

/** The calendar for machines: what it lists, in its order. */
export function calendarGraph({ days }: CalendarView, { site, locale, name }: Place): readonly Thing[] {
  const events = days.flatMap((day) => day.events);
  const list: ItemList = {
    '@type': 'ItemList',
    '@id': `${site}${pagePath('/events', locale)}#events`,
    name,
    numberOfItems: events.length,
    itemListElement: events.map(({ title, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      url: `${site}${href}`,
    })),
  };
  const way = breadcrumbs(site, locale, [
    { name: 'Consilia', page: '/' },
    { name, page: '/events' },
  ]);
  return [...siteGraph(site, locale), list, way];
}

function offerOf(event: EventView, site: string) {
  const { price, status, onSaleFrom, bookUntil } = event;
  return {
    '@type': 'Offer' as const,
    url: `${site}${event.href}`,
    price: (price.amount / 100).toFixed(2),
    priceCurrency: price.currency,
    availability:
      status === 'published'
        ? ('https://schema.org/InStock' as const)
        : ('https://schema.org/Discontinued' as const),
    ...(onSaleFrom && { validFrom: onSaleFrom.toISOString() }),
    availabilityEnds: bookUntil.toISOString(),
  };
}

/** An event for machines: when, where on the web, by whom, for how much, and whether it takes place. */
export function eventGraph(event: EventView, { site, locale, name }: Place): readonly Thing[] {
  const here = { pathname: '/events/[eventId]', params: { eventId: event.id } } as const;
  const url = `${site}${event.href}`;
  const thing: Event = {
    '@type': 'Event',
    '@id': `${url}#event`,
    name: event.title,
    ...(event.description && { description: excerpt(event.description, 300) }),
    url,
    image: `${site}${event.cover}`,
    startDate: event.start.toISOString(),
    endDate: event.end.toISOString(),
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    eventStatus:
      event.status === 'cancelled'
        ? 'https://schema.org/EventCancelled'
        : 'https://schema.org/EventScheduled',
    location: { '@type': 'VirtualLocation', url },
    inLanguage: event.language.code,
    maximumAttendeeCapacity: event.maximumSeats,
    isAccessibleForFree: event.price.amount === 0,
    organizer: {
      '@type': event.host.kind === 'organisation' ? 'Organization' : 'Person',
      name: event.host.name,
      url: `${site}${event.hostHref}`,
    },
    offers: offerOf(event, site),
  };
  const way = breadcrumbs(site, locale, [
    { name: 'Consilia', page: '/' },
    { name, page: '/events' },
    { name: event.title, page: here },
  ]);
  return [...siteGraph(site, locale), thing, way];
}
