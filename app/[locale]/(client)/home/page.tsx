import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AppointmentList } from '@/components/booking/appointment-list';
import { FinishPaying } from '@/components/booking/finish-paying';
import { inOrder } from '@/components/booking/in-order';
import { NextSession } from '@/components/booking/next-session';
import { ClientNews } from '@/components/events/client-news';
import { NextSeat } from '@/components/events/next-seat';
import { RecentActivity } from '@/components/claims/recent-activity';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { DuePayments } from '@/components/payments/due-payments';
import { buttonStyles } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadUpcoming } from '@/lib/booking/loaders';
import { loadRecentNews } from '@/lib/booking/news-loaders';
import { rowsForClient, unfinishedBookings } from '@/lib/booking/view-for-client';
import { loadRecentActivity } from '@/lib/claims/views/loaders';
import { loadRecentClaimNews } from '@/lib/claims/views/news-loaders';
import { loadRecentEventNews } from '@/lib/events/news-loaders';
import { loadComingSeats, loadHeldSeats } from '@/lib/events/seats/loaders';
import { loadDuePayments } from '@/lib/payments/pay-link/loaders';
import { rowsOfSeats, unfinishedSeats } from '@/lib/events/seats/view-for-client';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout.dashboard');
  return { title: t('home'), robots: { index: false } };
}

export default async function HomePage() {
  const actor = await loadActorOrSignIn('/home');
  const [{ upcoming, unfinished, now }, seats, held, due, news, eventNews, claimNews, recent] =
    await Promise.all([
      loadUpcoming(actor),
      loadComingSeats(actor),
      loadHeldSeats(actor),
      loadDuePayments(actor),
      loadRecentNews(actor, 'client'),
      loadRecentEventNews(actor, 'client'),
      loadRecentClaimNews(actor, 'client'),
      loadRecentActivity(actor),
    ]);
  const t = await getTranslations('appointments');
  const locale = await getLocale();
  const zone = actor.timeZone ?? 'UTC';
  const rows = inOrder([...rowsForClient(upcoming, locale), ...rowsOfSeats(seats, locale)]);
  const session = upcoming.find(({ status }) => status === 'accepted');
  const [seat] = seats;
  const isSeatNext = seat && (!session || seat.seat.event.startsAt < session.startsAt);
  const find = (
    <PageLink to="/advisors" className={buttonStyles({})}>
      {t('home.find')}
    </PageLink>
  );
  return (
    <ClientShell actor={actor} current="home" page="/home">
      <PageHead
        heading={t('home.title', { name: actor.name })}
        lede={t('home.lede')}
        action={rows.length > 0 && find}
      />
      <div className="grid gap-6">
        <FinishPaying
          items={[...unfinishedBookings(unfinished, locale), ...unfinishedSeats(held, locale)]}
          zone={zone}
        />
        <DuePayments payments={due} zone={zone} />
        <div className="grid items-start gap-6 min-[75rem]:grid-cols-[minmax(0,1fr)_21.5rem]">
          {rows.length > 0 ? (
            <div className="grid gap-6">
              {isSeatNext && <NextSeat {...seat} zone={zone} now={now} />}
              {session && !isSeatNext && <NextSession booking={session} zone={zone} now={now} />}
              <section className="grid gap-3">
                <h2 className="font-serif text-h3 font-medium">{t('upcoming')}</h2>
                <AppointmentList rows={rows.slice(0, 5)} zone={zone} />
                <PageLink to="/appointments" className="link justify-self-start text-sm">
                  {t('home.all')}
                </PageLink>
              </section>
            </div>
          ) : (
            <EmptyState heading={t('empty.heading')} action={find} picture="/img/cover-path.svg">
              {t('empty.text')}
            </EmptyState>
          )}
          <div className="grid gap-6">
            <RecentActivity {...recent} zone={zone} />
            <ClientNews news={news} eventNews={eventNews} claimNews={claimNews} zone={zone} />
          </div>
        </div>
      </div>
    </ClientShell>
  );
}
