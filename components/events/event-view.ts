import { languageName } from '@/components/directory/names';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { vatOf } from '@/lib/booking/view-for-client';
import { coverAddress } from '@/lib/events/rules/covers';
import { areLastSeats } from '@/lib/events/rules/seats-left';
import { shownEventText } from '@/lib/events/rules/texts';
import { hostOf } from '@/lib/events/seats/view-for-client';
import type { EventCard, PublicEvent } from '@/lib/events/types';
import { pagePath } from '@/lib/i18n/page-path';
import type { Locale } from '@/lib/i18n/routing';
import { minutesBetween } from '@/lib/shared/time';

/** What of an event's seats is said in a list. */
type Seats = { kind: 'left' | 'last'; count: number } | { kind: 'full' | 'closed' };

export type EventCardView = ReturnType<typeof viewEventCard> & { seats?: Seats };

/** An event in a list, in the reader's language where it was written in it. */
export function viewEventCard(event: Omit<EventCard, 'seatsLeft'>, locale: Locale) {
  const { id, host, mainLocale, texts, language } = event;
  const text = shownEventText(texts, locale, mainLocale);
  return {
    id,
    href: pagePath({ pathname: '/events/[eventId]', params: { eventId: id } }, locale),
    title: text.title,
    textLocale: text.locale,
    cover: coverAddress(event.cover),
    start: event.startsAt,
    end: event.endsAt,
    price: event.price,
    language: { code: language, name: languageName(language, locale) },
    host: hostOf(host),
    hostHref: pagePath({ pathname: '/advisors/[slug]', params: { slug: host.slug } }, locale),
  };
}

/** The same with its seats, where the list is made anew for each reader. */
export function viewEventWithSeats(event: EventCard, locale: Locale, now: Date): EventCardView {
  return { ...viewEventCard(event, locale), seats: seatsOf(event, now) };
}

function seatsOf({ bookUntil, seatsLeft }: EventCard, now: Date): Seats {
  if (now >= bookUntil) return { kind: 'closed' };
  if (seatsLeft === 0) return { kind: 'full' };
  return { kind: areLastSeats(seatsLeft) ? 'last' : 'left', count: seatsLeft };
}

export type EventView = ReturnType<typeof viewEvent>;

/** The page of an event. */
export function viewEvent(event: PublicEvent, locale: Locale) {
  const { status, ending, minimumSeats, maximumSeats, bookUntil, onSaleFrom, vat, price, seller, host } =
    event;
  const { description } = shownEventText(event.texts, locale, event.mainLocale);
  const { timeZone: zone, isVerified } = host;
  return {
    ...viewEventCard(event, locale),
    description,
    zone,
    isVerified,
    minutes: minutesBetween(event.startsAt, event.endsAt),
    status,
    ending,
    heldBy: event.heldBy,
    minimumSeats,
    maximumSeats,
    bookUntil,
    onSaleFrom,
    freeCancelUntil: event.freeCancelUntil,
    vat: vatOf({
      vatRegime: vat.regime,
      vatBps: vat.bps,
      vatNote: vat.note,
      priceAmount: price.amount,
      currency: price.currency,
    }),
    seller: { name: seller.name, addressLines: seller.address.split(/\n|, /).filter(Boolean) },
    seatHref: pagePath({ pathname: '/events/[eventId]/seat', params: { eventId: event.id } }, locale),
  };
}

/** What somebody would book now, in the shape of the booking components. */
export function viewOffer(event: PublicEvent, { zone, locale, now }: Offered) {
  const view = viewEvent(event, locale);
  return {
    advisor: { ...view.host, headline: '', isVerified: view.isVerified, givenBy: view.heldBy },
    serviceTitle: view.title,
    durationMinutes: view.minutes,
    channel: 'video' as const,
    place: null,
    start: view.start,
    end: view.end,
    clientZone: zone,
    advisorZone: view.zone,
    price: view.price,
    vat: view.vat,
    seller: view.seller,
    freeCancelUntil: freeCancelUntil(view.start, now),
    confirmation: 'instant' as const,
  };
}

type Offered = { zone: string; locale: Locale; now: Date };
