import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AppointmentList } from '@/components/booking/appointment-list';
import { FinishPaying } from '@/components/booking/finish-paying';
import { NextSession } from '@/components/booking/next-session';
import { RecentNews } from '@/components/booking/recent-news';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { buttonStyles } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadUpcoming } from '@/lib/booking/loaders';
import { loadRecentNews } from '@/lib/booking/news-loaders';
import { rowsForClient } from '@/lib/booking/view-for-client';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout.dashboard');
  return { title: t('home'), robots: { index: false } };
}

export default async function HomePage() {
  const actor = await loadActorOrSignIn('/home');
  const [{ upcoming, unfinished, now }, news] = await Promise.all([
    loadUpcoming(actor),
    loadRecentNews(actor, 'client'),
  ]);
  const t = await getTranslations('appointments');
  const zone = actor.timeZone ?? 'UTC';
  const next = upcoming.find(({ status }) => status === 'accepted');
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
        action={upcoming.length > 0 && find}
      />
      <div className="grid gap-6">
        <FinishPaying bookings={unfinished} zone={zone} />
        <div className="grid items-start gap-6 min-[75rem]:grid-cols-[minmax(0,1fr)_21.5rem]">
          {upcoming.length > 0 ? (
            <div className="grid gap-6">
              {next && <NextSession booking={next} zone={zone} now={now} />}
              <section className="grid gap-3">
                <h2 className="font-serif text-h3 font-medium">{t('upcoming')}</h2>
                <AppointmentList rows={rowsForClient(upcoming.slice(0, 5), await getLocale())} zone={zone} />
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
          <RecentNews items={news} party="client" zone={zone} />
        </div>
      </div>
    </ClientShell>
  );
}
