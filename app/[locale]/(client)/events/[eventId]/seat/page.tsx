import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { viewOffer } from '@/components/events/event-view';
import { SeatChoice } from '@/components/events/seat-choice';
import { BookingLayout } from '@/components/layout/booking-layout';
import { loadClientOrPrepare, loadNow } from '@/lib/accounts/loaders';
import { pickedFrom } from '@/lib/booking/rules/picked-from';
import { pickSeat } from '@/lib/events/seats/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('seats.choice');
  return { title: t('title'), robots: { index: false } };
}

/** On the way to a seat: on to what the reader has of it already, or takes now; else what can be done. */
export default async function SeatChoicePage({ params }: PageProps<'/[locale]/events/[eventId]/seat'>) {
  const { eventId } = await params;
  const page = { pathname: '/events/[eventId]/seat', params: { eventId } } as const;
  const actor = await loadClientOrPrepare(page);
  const list = await headers();
  const choice = await pickSeat(
    actor,
    eventId,
    pickedFrom((header) => list.get(header)),
  );
  if (!choice) notFound();
  const { event, own, refusal, isWaiting } = choice;
  const locale = await getLocale();
  if (own) {
    const pathname = own.isHeld ? '/seats/[seatId]/checkout' : '/seats/[seatId]';
    return redirectTo({ pathname, params: { seatId: own.seatId } }, locale);
  }
  const { onSaleFrom, minimumSeats } = event;
  const offer = viewOffer(event, { zone: actor.timeZone ?? 'UTC', locale, now: await loadNow() });
  return (
    <BookingLayout
      page={page}
      leaveHref={pagePath({ pathname: '/events/[eventId]', params: { eventId } }, locale)}
    >
      <SeatChoice view={{ eventId, offer, refusal, isWaiting, onSaleFrom, minimumSeats }} />
    </BookingLayout>
  );
}
