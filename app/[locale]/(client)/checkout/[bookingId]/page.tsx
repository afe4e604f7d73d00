import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CheckoutPage } from '@/components/booking/checkout-page';
import { BookingLayout } from '@/components/layout/booking-layout';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { abandonHoldAction, extendHoldAction, orderBookingAction } from '@/lib/booking/actions';
import { loadCheckout } from '@/lib/booking/loaders';
import { proposalOf, publicStatus, viewForClient } from '@/lib/booking/view-for-client';
import { pagePath } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';
import { isErrorCode } from '@/lib/shared/errors';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking.steps');
  return { title: t('pay'), robots: { index: false } };
}

/** The summary of a held time: both zones, price, deadline as a date, who sells, and the order button. */
export default async function Checkout({
  params,
  searchParams,
}: PageProps<'/[locale]/checkout/[bookingId]'>) {
  const { bookingId } = await params;
  const actor = await loadActorOrSignIn({ pathname: '/checkout/[bookingId]', params: { bookingId } });
  const loaded = await loadCheckout(actor, bookingId);
  if (!loaded) notFound();
  const { booking, now, channels, isRunning, isProposal, isExtendable, payment, withdrawal } = loaded;
  const locale = await getLocale();
  if (publicStatus(booking) && booking.status !== 'proposed') {
    return redirectTo({ pathname: '/checkout/[bookingId]/result', params: { bookingId } }, locale);
  }
  const { error } = await searchParams;
  const errors = await getTranslations('errors');
  const { slug } = booking.provider;
  const times = {
    pathname: '/advisors/[slug]/times',
    params: { slug },
    query: { service: booking.serviceId },
  } as const;
  return (
    <BookingLayout
      page={{ pathname: '/checkout/[bookingId]', params: { bookingId } }}
      leaveHref={pagePath({ pathname: '/advisors/[slug]', params: { slug } }, locale)}
    >
      <CheckoutPage
        order={orderBookingAction}
        extend={extendHoldAction}
        release={abandonHoldAction}
        fields={<input type="hidden" name="bookingId" value={bookingId} />}
        view={{
          booking: viewForClient(booking, actor.timeZone ?? booking.clientTimeZone, locale),
          payment,
          withdrawal,
          channels,
          note: booking.clientNote,
          heldUntil: isRunning && booking.heldUntil ? booking.heldUntil : now,
          now,
          isExtendable,
          proposal: proposalOf(booking) && {
            until: isProposal ? booking.heldUntil : null,
            backHref: pagePath({ pathname: '/appointments/[bookingId]', params: { bookingId } }, locale),
          },
          timesHref: pagePath(times, locale),
          ...(isErrorCode(error) ? { error: errors(error) } : {}),
        }}
      />
    </BookingLayout>
  );
}
