import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SeatCheckout } from '@/components/events/seat-checkout';
import { BookingLayout } from '@/components/layout/booking-layout';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadSeat } from '@/lib/events/seats/loaders';
import { seatStatus, viewSeat } from '@/lib/events/seats/view-for-client';
import { loadWithdrawalOfOrder } from '@/lib/events/seats/withdrawal-loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';
import { isErrorCode } from '@/lib/shared/errors';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking.steps');
  return { title: t('pay'), robots: { index: false } };
}

/** The summary of a held seat: both zones, price, deadline as a date, who sells, and the order button. */
export default async function SeatCheckoutPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seats/[seatId]/checkout'>) {
  const { seatId } = await params;
  const page = { pathname: '/seats/[seatId]/checkout', params: { seatId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadSeat(actor, seatId);
  if (!loaded) notFound();
  const { seat, now } = loaded;
  const locale = await getLocale();
  if (seatStatus(seat)) return redirectTo({ pathname: '/seats/[seatId]/result', params: { seatId } }, locale);
  const { error } = await searchParams;
  const errors = await getTranslations('errors');
  const isRunning = seat.status === 'held' && seat.heldUntil !== null && seat.heldUntil > now;
  const eventHref = pagePath({ pathname: '/events/[eventId]', params: { eventId: seat.eventId } }, locale);
  return (
    <BookingLayout page={page} leaveHref={eventHref}>
      <SeatCheckout
        view={{
          seatId,
          seat: viewSeat(seat, actor.timeZone ?? seat.clientTimeZone, locale),
          minimumSeats: seat.event.minimumSeats,
          heldUntil: isRunning && seat.heldUntil ? seat.heldUntil : now,
          now,
          isExtendable: isRunning && seat.holdExtendedAt === null,
          eventHref,
          withdrawal: await loadWithdrawalOfOrder(seat),
          ...(isErrorCode(error) ? { error: errors(error) } : {}),
        }}
      />
    </BookingLayout>
  );
}
