import { tell } from '@/lib/notifications/tell';
import type { Tx } from '@/lib/server/db/client';
import { findBookingView } from './repository';

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
  'cancelledByClient',
  'cancelledByProvider',
  'missed',
  'providerNeverCame',
  'paymentReturned',
  'paymentLost',
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
  await tx.booking.update({
    where: { id: bookingId },
    data: { calendarSequence: { increment: 1 } },
    select: { id: true },
  });
  const booking = await findBookingView(tx, bookingId);
  if (!booking) throw new Error(`booking ${bookingId} vanished`);
  const sequence = String(booking.calendarSequence);
  const common = { kind: `booking.${news}`, bookingId, occasion: `${bookingId}/${sequence}` };
  const { client, provider } = booking;
  if (audience !== 'provider') {
    const params = { party: 'client', sequence };
    await tell(tx, { ...common, accountId: client.id, email: client.email, locale: client.locale, params });
  }
  if (audience !== 'client') {
    const { id, email, locale } = provider.account;
    await tell(tx, { ...common, accountId: id, email, locale, params: { party: 'provider', sequence } });
  }
}
