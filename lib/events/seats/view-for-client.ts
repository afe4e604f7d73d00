import { sellerOf, vatOf } from '@/lib/booking/view-for-client';
import type { Href } from '@/lib/i18n/page-path';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import { money, toCurrency } from '@/lib/shared/money';
import { minutesBetween } from '@/lib/shared/time';
import { shownEventText } from '../rules/texts';
import type { EventHost, SeatState, SeatView } from '../types';

type Shown = { seat: SeatView; state: SeatState };

/** The host with the portrait. */
export function hostOf({ providerId: id, name, portrait, kind }: EventHost) {
  const isOrganisation = kind === 'organisation';
  return {
    id,
    name,
    picture: portraitAddress(portrait),
    kind: isOrganisation ? ('organisation' as const) : ('person' as const),
  };
}

const titleOf = ({ event }: SeatView, locale: string): string =>
  shownEventText(event.texts, locale, event.mainLocale).title;
const priceOf = ({ priceAmount, currency }: SeatView) => money(priceAmount, toCurrency(currency));

/** What a seat shows before and after it is paid, in the shape of the booking components. */
export function viewSeat(seat: SeatView, zone: string, locale: string) {
  const { event } = seat;
  return {
    advisor: {
      ...hostOf(event.host),
      headline: '',
      isVerified: event.host.isVerified,
      givenBy: null,
    },
    serviceTitle: titleOf(seat, locale),
    durationMinutes: minutesBetween(event.startsAt, event.endsAt),
    channel: 'video' as const,
    place: null,
    start: event.startsAt,
    end: event.endsAt,
    clientZone: zone,
    advisorZone: event.host.timeZone,
    price: priceOf(seat),
    vat: vatOf({ ...seat, vatNote: event.host.vatNote }),
    seller: sellerOf(seat),
    freeCancelUntil: seat.freeCancelUntil,
    confirmation: 'instant' as const,
  };
}

const statuses = {
  booked: 'accepted',
  attended: 'completed',
  absent: 'missed',
  cancelled: 'cancelled',
} as const;

/** The public status of a seat with the mark it carries; null while it is held and once that is over. */
export function seatStatus({ status }: Pick<SeatView, 'status'>) {
  if (status === 'held' || status === 'expired') return null;
  return { name: status, mark: statuses[status] };
}

/** Seats as rows among the client's appointments. */
export function rowsOfSeats(seats: readonly Shown[], locale: string) {
  return seats.flatMap(({ seat }) => {
    const status = seatStatus(seat);
    if (!status) return [];
    const page: Href = { pathname: '/seats/[seatId]', params: { seatId: seat.id } };
    return {
      id: seat.id,
      page,
      serviceTitle: titleOf(seat, locale),
      start: seat.event.startsAt,
      end: seat.event.endsAt,
      status: status.mark,
      seat: status.name,
      price: priceOf(seat),
      other: hostOf(seat.event.host),
    };
  });
}

/** Seats that are held while their client has not paid yet, as they are reminded of. */
export function unfinishedSeats(seats: readonly SeatView[], locale: string) {
  return seats.flatMap((seat) => {
    if (!seat.heldUntil) return [];
    const page: Href = { pathname: '/seats/[seatId]/checkout', params: { seatId: seat.id } };
    return {
      id: seat.id,
      page,
      title: titleOf(seat, locale),
      name: seat.event.host.name,
      start: seat.event.startsAt,
      price: priceOf(seat),
      heldUntil: seat.heldUntil,
      isOffered: seat.waitingEntryId !== null,
    };
  });
}
