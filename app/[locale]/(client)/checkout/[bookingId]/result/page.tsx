import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AskAgain } from '@/components/ui/ask-again';
import { ResultPage } from '@/components/booking/result-page';
import { BookingLayout } from '@/components/layout/booking-layout';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadResult } from '@/lib/booking/loaders';
import { viewForClient } from '@/lib/booking/view-for-client';
import { type Href, pagePath } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking.summary');
  return { title: t('label'), robots: { index: false } };
}

/** After the hosted checkout. The way back proves nothing: the page waits for what the payment service tells us. */
export default async function Result({ params }: PageProps<'/[locale]/checkout/[bookingId]/result'>) {
  const { bookingId } = await params;
  const detail = { pathname: '/appointments/[bookingId]', params: { bookingId } } as const;
  const actor = await loadActorOrSignIn(detail);
  const loaded = await loadResult(actor, bookingId);
  if (!loaded) notFound();
  const { booking, state } = loaded;
  const locale = await getLocale();
  const to = (href: Href) => pagePath(href, locale);
  if (state.kind === 'closed') return redirectTo(detail, locale);
  const { slug } = booking.provider;
  const common = {
    booking: viewForClient(booking, actor.timeZone ?? booking.clientTimeZone, locale),
    appointmentsHref: to('/appointments'),
  };
  const times = to({
    pathname: '/advisors/[slug]/times',
    params: { slug },
    query: { service: booking.serviceId },
  });
  return (
    <BookingLayout
      page={{ pathname: '/checkout/[bookingId]/result', params: { bookingId } }}
      leaveHref={to('/appointments')}
    >
      {state.kind === 'pending' && <ResultPage view={{ ...common, ...state, detailHref: to(detail) }} />}
      {state.kind === 'accepted' && <ResultPage view={{ ...common, ...state, detailHref: to(detail) }} />}
      {state.kind === 'processing' && (
        <>
          <ResultPage view={{ ...common, ...state }} />
          <AskAgain everyMs={1500} />
        </>
      )}
      {state.kind === 'unpaid' && (
        <ResultPage
          view={{
            ...common,
            ...state,
            payHref: to({ pathname: '/checkout/[bookingId]', params: { bookingId } }),
          }}
        />
      )}
      {state.kind === 'tooLate' && <ResultPage view={{ ...common, ...state, timesHref: times }} />}
    </BookingLayout>
  );
}
