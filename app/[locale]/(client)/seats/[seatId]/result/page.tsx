import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AskAgain } from '@/components/ui/ask-again';
import { SeatResult } from '@/components/events/seat-result';
import { BookingLayout } from '@/components/layout/booking-layout';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadSeatResult } from '@/lib/events/seats/loaders';
import { viewSeat } from '@/lib/events/seats/view-for-client';
import { pagePath } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('seats');
  return { title: t('title'), robots: { index: false } };
}

/** After the hosted checkout. The way back proves nothing: the page waits for what the payment service tells us. */
export default async function SeatResultPage({ params }: PageProps<'/[locale]/seats/[seatId]/result'>) {
  const { seatId } = await params;
  const page = { pathname: '/seats/[seatId]/result', params: { seatId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadSeatResult(actor, seatId);
  if (!loaded) notFound();
  const { seat, result, now } = loaded;
  const locale = await getLocale();
  if (result.kind === 'closed')
    return redirectTo({ pathname: '/seats/[seatId]', params: { seatId } }, locale);
  if (result.kind === 'lapsed')
    return redirectTo({ pathname: '/seats/[seatId]/checkout', params: { seatId } }, locale);
  const common = {
    seatId,
    eventId: seat.eventId,
    seat: viewSeat(seat, actor.timeZone ?? seat.clientTimeZone, locale),
  };
  return (
    <BookingLayout page={page} leaveHref={pagePath('/appointments', locale)}>
      {result.kind === 'booked' ? (
        <SeatResult view={{ ...common, ...result, bookedAt: seat.bookedAt ?? now }} />
      ) : (
        <SeatResult view={{ ...common, ...result }} />
      )}
      {result.kind === 'processing' && <AskAgain everyMs={1500} />}
    </BookingLayout>
  );
}
