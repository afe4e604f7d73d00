import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AppointmentList } from '@/components/booking/appointment-list';
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
import { loadOwnSeatWaiting } from '@/lib/events/waiting/loaders';
import { rowsForClient } from '@/lib/booking/view-for-client';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('title'), robots: { index: false } };
}

export default async function AppointmentsPage() {
  const actor = await loadActorOrSignIn('/appointments');
  const [{ upcoming, unfinished }, waiting, seats] = await Promise.all([
    loadUpcoming(actor),
    loadOwnWaiting(actor),
    loadOwnSeatWaiting(actor),
  ]);
  const locale = await getLocale();
  const t = await getTranslations('appointments');
  const zone = actor.timeZone ?? 'UTC';
  return (
    <ClientShell actor={actor} current="appointments" page="/appointments">
      <PageHead heading={t('title')} />
      <AppointmentTabs current="upcoming" />
      <div className="mt-5 grid gap-5">
        <FinishPaying bookings={unfinished} zone={zone} />
        {upcoming.length > 0 ? (
          <AppointmentList rows={rowsForClient(upcoming, locale)} zone={zone} />
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
          items={[...serviceItems(waiting, locale), ...seatItems(seats, locale, zone)]}
          zone={zone}
        />
      </div>
    </ClientShell>
  );
}
