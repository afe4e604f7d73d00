import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AppointmentList } from '@/components/booking/appointment-list';
import { inOrder } from '@/components/booking/in-order';
import { AppointmentTabs } from '@/components/booking/appointment-tabs';
import { serviceItems } from '@/components/booking/waiting-items';
import { WaitingList } from '@/components/booking/waiting-list';
import { seatItems } from '@/components/events/waiting-items';
import { FinishPaying } from '@/components/booking/finish-paying';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { buttonStyles } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadUpcoming } from '@/lib/booking/loaders';
import { loadOwnWaiting } from '@/lib/booking/waiting/loaders';
import { rowsForClient, unfinishedBookings } from '@/lib/booking/view-for-client';
import { loadComingSeats, loadHeldSeats } from '@/lib/events/seats/loaders';
import { rowsOfSeats, unfinishedSeats } from '@/lib/events/seats/view-for-client';
import { loadOwnSeatWaiting } from '@/lib/events/waiting/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('title'), robots: { index: false } };
}

export default async function AppointmentsPage() {
  const actor = await loadActorOrSignIn('/appointments');
  const [{ upcoming, unfinished }, seats, held, waiting, seatsWaiting] = await Promise.all([
    loadUpcoming(actor),
    loadComingSeats(actor),
    loadHeldSeats(actor),
    loadOwnWaiting(actor),
    loadOwnSeatWaiting(actor),
  ]);
  const locale = await getLocale();
  const rows = inOrder([...rowsForClient(upcoming, locale), ...rowsOfSeats(seats, locale)]);
  const t = await getTranslations('appointments');
  const zone = actor.timeZone ?? 'UTC';
  return (
    <ClientShell actor={actor} current="appointments" page="/appointments">
      <PageHead heading={t('title')} />
      <AppointmentTabs current="upcoming" />
      <div className="mt-5 grid gap-5">
        <FinishPaying
          items={[...unfinishedBookings(unfinished, locale), ...unfinishedSeats(held, locale)]}
          zone={zone}
        />
        {rows.length > 0 ? (
          <AppointmentList rows={rows} zone={zone} />
        ) : (
          <EmptyState
            heading={t('empty.heading')}
            picture="/img/cover-path.svg"
            action={
              <PageLink to="/advisors" className={buttonStyles({})}>
                {t('empty.action')}
              </PageLink>
            }
          >
            {t('empty.text')}
          </EmptyState>
        )}
        <WaitingList
          items={[...serviceItems(waiting, locale), ...seatItems(seatsWaiting, locale, zone)]}
          zone={zone}
        />
      </div>
    </ClientShell>
  );
}
