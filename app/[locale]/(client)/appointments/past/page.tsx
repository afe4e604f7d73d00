import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AppointmentList } from '@/components/booking/appointment-list';
import { inOrder } from '@/components/booking/in-order';
import { AppointmentTabs } from '@/components/booking/appointment-tabs';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { pageNumber } from '@/components/layout/page-number';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadPast } from '@/lib/booking/loaders';
import { rowsForClient } from '@/lib/booking/view-for-client';
import { loadPastSeats } from '@/lib/events/seats/loaders';
import { rowsOfSeats } from '@/lib/events/seats/view-for-client';
import { pagePath } from '@/lib/i18n/page-path';

const perPage = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('past'), robots: { index: false } };
}

export default async function PastPage({ searchParams }: PageProps<'/[locale]/appointments/past'>) {
  const actor = await loadActorOrSignIn('/appointments/past');
  const page = pageNumber((await searchParams).page);
  // Sessions and seats in one order: each list is asked for as far as this page may reach, and one more.
  const end = page * perPage;
  const [past, seats] = await Promise.all([loadPast(actor, end + 1), loadPastSeats(actor, end + 1)]);
  const t = await getTranslations('appointments');
  const locale = await getLocale();
  const rows = inOrder([...rowsForClient(past, locale), ...rowsOfSeats(seats, locale)]).toReversed();
  const shown = rows.slice(end - perPage, end);
  const at = (number: number) =>
    pagePath({ pathname: '/appointments/past', query: { page: number } }, locale);
  return (
    <ClientShell actor={actor} current="appointments" page="/appointments/past">
      <PageHead heading={t('title')} />
      <AppointmentTabs current="past" />
      <div className="mt-5 grid gap-5">
        {shown.length > 0 ? (
          <AppointmentList rows={shown} zone={actor.timeZone ?? 'UTC'} />
        ) : (
          <EmptyState heading={t('emptyPast.heading')}>{t('emptyPast.text')}</EmptyState>
        )}
        <Pagination
          label={t('pages')}
          previousHref={page > 1 ? at(page - 1) : undefined}
          nextHref={rows.length > end ? at(page + 1) : undefined}
        />
      </div>
    </ClientShell>
  );
}
