import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RescheduleBanner } from '@/components/booking/reschedule-banner';
import { PlaceBlock } from '@/components/booking/place-block';
import { WhenBlock } from '@/components/booking/when-block';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { clientZoneOf, titleOf } from '@/components/practice/booking-facts';
import { OutcomeActions } from '@/components/practice/outcome-actions';
import { PaymentActions } from '@/components/practice/payment-actions';
import { SessionActions } from '@/components/practice/session-actions';
import { SessionDetail, SessionMoney } from '@/components/practice/session-detail';
import { Card } from '@/components/ui/card';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { meetingPlace } from '@/lib/booking/meeting-place';
import { postOf } from '@/lib/booking/practice-filter';
import { loadPracticeAppointment } from '@/lib/booking/practice-loaders';
import type { BookingView } from '@/lib/booking/types';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice.sessions');
  return { title: t('title'), robots: { index: false } };
}

export default async function PracticeSessionPage({
  params,
}: PageProps<'/[locale]/practice/appointments/[bookingId]'>) {
  const { bookingId } = await params;
  const page = { pathname: '/practice/appointments/[bookingId]', params: { bookingId } } as const;
  const actor = await loadProviderActor(page);
  const { booking, earning, hasFile, state, now, records, payToken, canRecord } =
    await loadPracticeAppointment(actor, bookingId);
  const { timeZone: zone } = await loadOwnProfile(actor);
  const t = await getTranslations('practice');
  const locale = await getLocale();
  const place = meetingPlace(booking, locale);
  return (
    <PracticeShell actor={actor} current="sessions" page={page}>
      <PageLink to="/practice/appointments" className="link mb-3 inline-block text-sm">
        {t('detail.back')}
      </PageLink>
      <PageHead
        heading={t('detail.title', { name: booking.client.name })}
        lede={[`${titleOf(booking, locale)}, ${t(`channels.${booking.channel}`)}`, postOf(booking)]
          .filter(Boolean)
          .join('. ')}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6">
          <When booking={booking} zone={zone} place={place} />
          {state.reschedule && (
            <RescheduleBanner
              bookingId={booking.id}
              proposal={state.reschedule}
              party="provider"
              otherName={booking.client.name}
              otherZone={clientZoneOf(booking)}
              zone={zone}
            />
          )}
          <SessionDetail booking={booking} zone={zone} now={now} isProviderAbsent={state.isProviderAbsent} />
          <OutcomeActions booking={booking} outcome={state.outcome} zone={zone} />
          <SessionActions
            booking={booking}
            canEnter={state.canEnter}
            canCancel={state.canCancel}
            canMove={state.canMove}
            hasFile={hasFile}
            zone={zone}
          />
        </div>
        <div className="grid gap-6">
          <SessionMoney booking={booking} earning={earning} />
          <PaymentActions
            booking={booking}
            records={records}
            payToken={payToken}
            canRecord={canRecord}
            zone={zone}
          />
        </div>
      </div>
    </PracticeShell>
  );
}

type WhenProps = { booking: BookingView; zone: string; place: ReturnType<typeof meetingPlace> };

/** Both clocks, the reader's first, and in person the place. */
function When({ booking, zone, place }: WhenProps) {
  return (
    <Card className="card-pad">
      <WhenBlock
        start={booking.startsAt}
        end={booking.endsAt}
        clientZone={zone}
        advisorZone={clientZoneOf(booking)}
        advisorName={booking.client.name}
      />
      {place && (
        <div className="mt-4">
          <PlaceBlock place={place} />
        </div>
      )}
    </Card>
  );
}
