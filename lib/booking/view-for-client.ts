import type { Href } from '@/lib/i18n/page-path';
import { vatInside } from '@/lib/payments/rules/vat';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import { inLanguage } from '@/lib/shared/in-language';
import { money, toCurrency } from '@/lib/shared/money';
import { meetingPlace } from './meeting-place';
import type { BookingView } from './types';

/** The advisor with the portrait. */
export function advisorOf({ providerId, provider, specialist }: BookingView) {
  const kind = specialist.id === providerId ? ('person' as const) : ('organisation' as const);
  return { id: providerId, name: provider.displayName, picture: portraitAddress(provider.portrait), kind };
}

/** At an organisation: who gives the session. */
function giverOf({ providerId, specialist }: BookingView): string | null {
  return specialist.id === providerId ? null : specialist.displayName;
}

function headlineOf({ provider: { texts, mainLocale } }: BookingView, locale: string): string {
  const of = (wanted: string) => texts.find((text) => text.locale === wanted)?.headline;
  return of(locale) || of(mainLocale) || '';
}

/** What a booking shows before and after it is ordered, in the shape of the booking components. */
export function viewForClient(booking: BookingView, zone: string, locale: string) {
  const currency = toCurrency(booking.currency);
  const { provider } = booking;
  return {
    advisor: {
      ...advisorOf(booking),
      headline: headlineOf(booking, locale),
      isVerified: provider.diplomasVerifiedAt !== null,
      /** At an organisation: who gives the session. */
      givenBy: giverOf(booking),
    },
    serviceTitle: inLanguage(booking.serviceTitles, locale, booking.serviceTitle),
    durationMinutes: Math.round((booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000),
    channel: booking.channel,
    place: meetingPlace(booking, locale),
    start: booking.startsAt,
    end: booking.endsAt,
    clientZone: zone,
    advisorZone: provider.timeZone,
    price: money(booking.priceAmount, currency),
    vat: vatOf({ ...booking, vatNote: provider.vatNote }),
    seller: sellerOf(booking),
    freeCancelUntil: booking.freeCancelUntil,
    confirmation: booking.confirmationMode,
  };
}

type Taxed = Pick<BookingView, 'vatRegime' | 'vatBps' | 'priceAmount' | 'currency'> & {
  vatNote: string | null;
};

/** How the tax in a price is spoken of. */
export function vatOf({ vatRegime, vatBps, priceAmount, currency, vatNote }: Taxed) {
  if (vatRegime === 'small_business') return { kind: 'smallBusiness' as const };
  if (vatRegime === 'exempt') return { kind: 'exempt' as const, ...(vatNote ? { note: vatNote } : {}) };
  const amount = money(vatInside(priceAmount, vatBps), toCurrency(currency));
  return { kind: 'included' as const, rateBps: vatBps, amount };
}

/** Who sells, with the address by lines. */
export function sellerOf({ sellerName, sellerAddress }: Pick<BookingView, 'sellerName' | 'sellerAddress'>) {
  return { name: sellerName, addressLines: sellerAddress.split(/\n|, /) };
}

/** What the advisor proposed beside the terms; null for what the client booked. */
export function proposalOf({ proposedAt, heldUntil, proposalMessage, provider }: BookingView) {
  if (!proposedAt || !heldUntil) return null;
  return { until: heldUntil, advisor: provider.displayName, message: proposalMessage };
}

const shown = ['proposed', 'pending', 'accepted', 'rejected', 'completed', 'cancelled', 'missed'] as const;

/**
 * The public status; a held or expired booking has none and is not listed. A proposal that nobody answered was seen by
 * both sides, and has lapsed.
 */
export function publicStatus(booking: BookingView): (typeof shown)[number] | 'lapsed' | null {
  if (booking.status === 'expired' && booking.proposedAt) return 'lapsed';
  return shown.find((status) => status === booking.status) ?? null;
}

/** Bookings as rows of the client's lists. */
export function rowsForClient(bookings: readonly BookingView[], locale: string) {
  return bookings.flatMap((booking) => {
    const status = publicStatus(booking);
    if (!status) return [];
    const { id, startsAt: start, endsAt: end } = booking;
    const serviceTitle = inLanguage(booking.serviceTitles, locale, booking.serviceTitle);
    const price = money(booking.priceAmount, toCurrency(booking.currency));
    const page: Href = { pathname: '/appointments/[bookingId]', params: { bookingId: id } };
    const [other, giver] = [advisorOf(booking), giverOf(booking)];
    return [{ id, page, serviceTitle, start, end, status, price, other, giver }];
  });
}

/** Times that are held while their client has not paid yet, as they are reminded of. */
export function unfinishedBookings(bookings: readonly BookingView[], locale: string) {
  return bookings.flatMap((booking) => {
    const { id, heldUntil, startsAt: start, provider } = booking;
    if (!heldUntil) return [];
    const page: Href = { pathname: '/checkout/[bookingId]', params: { bookingId: id } };
    return {
      id,
      page,
      title: inLanguage(booking.serviceTitles, locale, booking.serviceTitle),
      name: provider.displayName,
      start,
      price: money(booking.priceAmount, toCurrency(booking.currency)),
      heldUntil,
      /** A place that they waited for. */
      isOffered: booking.waitingEntryId !== null,
    };
  });
}
