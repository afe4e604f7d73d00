import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingGrid, SummaryCard } from '@/components/booking/summary-card';
import { WithdrawalEntry } from '@/components/booking/withdrawal-entry';
import { ClaimEntry } from '@/components/claims/claim-entry';
import { SeatActions } from '@/components/events/seat-actions';
import { SeatDetail } from '@/components/events/seat-detail';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { ReceiptLink } from '@/components/payments/receipt-link';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadSeat } from '@/lib/events/seats/loaders';
import { seatStatus, viewSeat } from '@/lib/events/seats/view-for-client';
import { loadWithdrawableSeat } from '@/lib/events/seats/withdrawal-loaders';
import { redirectTo } from '@/lib/i18n/redirect';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('seats');
  return { title: t('title'), robots: { index: false } };
}

export default async function SeatPage({ params }: PageProps<'/[locale]/seats/[seatId]'>) {
  const { seatId } = await params;
  const page = { pathname: '/seats/[seatId]', params: { seatId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadSeat(actor, seatId);
  if (!loaded) notFound();
  const { seat, state } = loaded;
  const withdrawal = (await loadWithdrawableSeat(actor, seatId))?.withdrawal ?? null;
  const locale = await getLocale();
  if (seat.status === 'held')
    return redirectTo({ pathname: '/seats/[seatId]/checkout', params: { seatId } }, locale);
  const status = seatStatus(seat);
  if (!status) notFound();
  const t = await getTranslations('seats');
  const tDetail = await getTranslations('appointments.detail');
  const zone = actor.timeZone ?? seat.clientTimeZone;
  const summary = viewSeat(seat, zone, locale);
  return (
    <ClientShell actor={actor} current="appointments" page={page}>
      <PageLink to="/appointments" className="link mb-3 inline-block text-sm">
        {tDetail('back')}
      </PageLink>
      <PageHead heading={summary.serviceTitle} />
      <BookingGrid
        summaryFirst
        summary={
          <SummaryCard
            booking={summary}
            isPriced={false}
            line={t('line', { minutes: summary.durationMinutes })}
          />
        }
      >
        <SeatDetail view={{ seat, state, status, seller: summary.seller, zone }} />
        <ReceiptLink actor={actor} subject={{ seatId: seat.id }} />
        <ClaimEntry actor={actor} subject={{ seatId }} zone={zone} />
        <WithdrawalEntry
          withdrawal={withdrawal}
          withdrawnAt={seat.withdrawnAt}
          page={{ pathname: '/seats/[seatId]/withdraw', params: { seatId } }}
          zone={zone}
        />
        <SeatActions seat={seat} state={state} withdrawal={withdrawal} zone={zone} />
      </BookingGrid>
    </ClientShell>
  );
}
