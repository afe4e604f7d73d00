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
  const vat =
    booking.vatRegime === 'standard'
      ? {
          kind: 'included' as const,
          rateBps: booking.vatBps,
          amount: money(vatInside(booking.priceAmount, booking.vatBps), currency),
        }
      : booking.vatRegime === 'small_business'
        ? { kind: 'smallBusiness' as const }
        : { kind: 'exempt' as const, ...(provider.vatNote ? { note: provider.vatNote } : {}) };
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
    vat,
    seller: { name: booking.sellerName, addressLines: booking.sellerAddress.split(/\n|, /) },
    freeCancelUntil: booking.freeCancelUntil,
    confirmation: booking.confirmationMode,
  };
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
    return [
      { id, serviceTitle, start, end, status, price, other: advisorOf(booking), giver: giverOf(booking) },
    ];
  });
}
