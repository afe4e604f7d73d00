import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AppointmentDetail } from '@/components/booking/appointment-detail';
import { ClientActions } from '@/components/booking/client-actions';
import { RescheduleBanner } from '@/components/booking/reschedule-banner';
import { BookingGrid, SummaryCard } from '@/components/booking/summary-card';
import { WithdrawalEntry } from '@/components/booking/withdrawal-entry';
import { ClaimEntry } from '@/components/claims/claim-entry';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { ReceiptLink } from '@/components/payments/receipt-link';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadAppointment } from '@/lib/booking/loaders';
import { loadWithdrawableBooking } from '@/lib/booking/withdrawal/loaders';
import { proposalOf, publicStatus, viewForClient } from '@/lib/booking/view-for-client';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.detail');
  return { title: t('head'), robots: { index: false } };
}

export default async function AppointmentPage({ params }: PageProps<'/[locale]/appointments/[bookingId]'>) {
  const { bookingId } = await params;
  const page = { pathname: '/appointments/[bookingId]', params: { bookingId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadAppointment(actor, bookingId);
  const status = loaded && publicStatus(loaded.booking);
  if (!loaded || !status) notFound();
  const { booking, state, payToken } = loaded;
  const withdrawal = (await loadWithdrawableBooking(actor, bookingId))?.withdrawal ?? null;
  const t = await getTranslations('appointments');
  const zone = actor.timeZone ?? booking.clientTimeZone;
  const summary = viewForClient(booking, zone, await getLocale());
  const { freeCancelUntil, answerBy, closedBy, reason, clientNote: note, provider } = booking;
  return (
    <ClientShell actor={actor} current="appointments" page={page}>
      <PageLink to="/appointments" className="link mb-3 inline-block text-sm">
        {t('detail.back')}
      </PageLink>
      <PageHead heading={t('detail.title', { name: provider.displayName })} />
      <BookingGrid summaryFirst summary={<SummaryCard booking={summary} isPriced={false} />}>
        {state.reschedule && (
          <RescheduleBanner
            bookingId={booking.id}
            proposal={state.reschedule}
            party="client"
            otherName={provider.displayName}
            otherZone={provider.timeZone}
            zone={zone}
          />
        )}
        <AppointmentDetail
          view={{
            ...state,
            nextPayment: {
              ...state.nextPayment,
              payToken,
              elsewhereUrl: booking.provider.offlinePaymentUrl,
            },
            status,
            start: booking.startsAt,
            channel: booking.channel,
            place: summary.place,
            seller: summary.seller,
            freeCancelUntil,
            answerBy,
            proposal: proposalOf(booking),
            closedBy,
            reason,
            note,
            zone,
          }}
        />
        <ReceiptLink actor={actor} subject={{ bookingId: booking.id }} />
        <ClaimEntry actor={actor} subject={{ bookingId }} zone={zone} />
        <WithdrawalEntry
          withdrawal={withdrawal}
          withdrawnAt={booking.withdrawnAt}
          page={{ pathname: '/appointments/[bookingId]/withdraw', params: { bookingId } }}
          zone={zone}
        />
        <ClientActions
          {...state}
          withdrawal={withdrawal}
          bookingId={booking.id}
          slug={provider.slug}
          advisor={provider.displayName}
          freeCancelUntil={freeCancelUntil}
          zone={zone}
        />
      </BookingGrid>
    </ClientShell>
  );
}
