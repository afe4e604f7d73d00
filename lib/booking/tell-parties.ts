import { tell } from '@/lib/notifications/tell';
import { readIsMember } from '@/lib/organisations/read-team';
import { withManagers } from '@/lib/organisations/with-managers';
import type { Tx } from '@/lib/server/db/client';
import { findBookingView, raiseSequence } from './repository';
import type { BookingView } from './types';

/** What both sides hear of a booking; each is a mail template and a line in the app. */
export const bookingNews = [
  'requested',
  'proposed',
  'proposalDeclined',
  'proposalWithdrawn',
  'proposalLapsed',
  'accepted',
  'rejected',
  'unanswered',
  'withdrawn',
  'rescheduleProposed',
  'rescheduled',
  'rescheduleDeclined',
  'rescheduleWithdrawn',
  'rescheduleLapsed',
  'cancelledByClient',
  'cancelledByProvider',
  'contractWithdrawn',
  'completed',
  'missed',
  'providerNeverCame',
  'notHeld',
  'correctedToCompleted',
  'correctedToMissed',
  'reminder24',
  'reminder1',
  'waitingOffer',
  'paymentReturned',
  'paymentLost',
  'paymentDue',
  'cancelledUnpaid',
] as const;
export type BookingNews = (typeof bookingNews)[number];

type Audience = 'both' | 'client' | 'provider';

/**
 * Tells both sides, each in its own language and zone, with the calendar file of this state. The calendar's
 * sequence rises with each piece of news, so that later ones win in every calendar program.
 */
export async function tellParties(
  tx: Tx,
  bookingId: string,
  news: BookingNews,
  audience: Audience = 'both',
): Promise<void> {
  await raiseSequence(tx, bookingId);
  const booking = await readView(tx, bookingId);
  await tellEach(tx, booking, { news, audience, occasion: String(booking.calendarSequence) });
}

/** Tells both sides of a start that nears. Nothing has changed, so the calendar's sequence stays; once for each start. */
export async function tellOfStart(tx: Tx, bookingId: string, news: BookingNews): Promise<void> {
  const booking = await readView(tx, bookingId);
  const startsAt = booking.startsAt.toISOString();
  await tellEach(tx, booking, { news, audience: 'both', occasion: startsAt, more: { startsAt } });
}

async function readView(tx: Tx, bookingId: string): Promise<BookingView> {
  const booking = await findBookingView(tx, bookingId);
  if (!booking) throw new Error(`booking ${bookingId} vanished`);
  return booking;
}

type Telling = {
  news: BookingNews;
  audience: Audience;
  /** Of one booking and kind of news. */
  occasion: string;
  more?: Record<string, string>;
};

async function tellEach(
  tx: Tx,
  booking: BookingView,
  { news, audience, occasion, more }: Telling,
): Promise<void> {
  const { id: bookingId, client } = booking;
  const common = { kind: `booking.${news}`, about: { bookingId }, occasion: `${bookingId}/${occasion}` };
  const told = { sequence: String(booking.calendarSequence), ...more };
  if (audience !== 'provider') {
    const params = { party: 'client', ...told };
    await tell(tx, { ...common, accountId: client.id, email: client.email, locale: client.locale, params });
  }
  if (audience === 'client') return;
  for (const { id, email, locale, ...reader } of await providerSide(tx, booking)) {
    const params = { party: 'provider', ...reader, ...told };
    await tell(tx, { ...common, accountId: id, email, locale, params });
  }
}

type Told = { id: string; email: string; locale: string; reader?: 'specialist' };

/**
 * Who hears of a booking on the provider's side: whoever gives the session, on the clocks of the own practice, and who acts
 * for the organisation; nobody twice, and nobody who has left.
 */
async function providerSide(
  tx: Tx,
  { providerId, specialistId, provider, specialist }: BookingView,
): Promise<Told[]> {
  const { id, email, locale } = provider.account;
  const owner = { id, email, locale };
  if (specialistId === providerId) return [owner];
  const isThere = await readIsMember(tx, { providerId, specialistId });
  const giving: Told[] = isThere ? [{ ...specialist.account, reader: 'specialist' }] : [];
  return withManagers(tx, providerId, [...giving, owner]);
}
