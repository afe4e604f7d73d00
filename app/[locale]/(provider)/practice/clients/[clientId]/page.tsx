import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { pageNumber } from '@/components/layout/page-number';
import { PracticeShell } from '@/components/layout/practice-shell';
import { titleOf } from '@/components/practice/booking-facts';
import { ClientHistory } from '@/components/practice/client-history';
import { ClientFacts } from '@/components/relationships/client-facts';
import { Notes } from '@/components/relationships/notes';
import { buttonStyles } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadHistory, loadNotableSessions, loadSessionTotals } from '@/lib/booking/client-file-loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { formatInstant } from '@/lib/i18n/time-format';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { loadClient } from '@/lib/relationships/loaders';
import { loadNotes } from '@/lib/relationships/notes/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('clients.file');
  return { title: t('head'), robots: { index: false } };
}

/** A client's file: who it is, the history from bookings, and the private notes. */
export default async function ClientPage({
  params,
  searchParams,
}: PageProps<'/[locale]/practice/clients/[clientId]'>) {
  const [{ clientId }, asked] = await Promise.all([params, searchParams]);
  const [historyAt, notesAt] = [pageNumber(asked.history), pageNumber(asked.notes)];
  const page = { pathname: '/practice/clients/[clientId]', params: { clientId } } as const;
  const actor = await loadProviderActor(page);
  const client = await loadClient(actor, clientId);
  const [{ timeZone: zone }, totals, history, sessions, notes] = await Promise.all([
    loadOwnProfile(actor),
    loadSessionTotals(actor, [clientId]),
    loadHistory(actor, clientId, historyAt),
    loadNotableSessions(actor, clientId),
    loadNotes(actor, clientId, notesAt),
  ]);
  const t = await getTranslations('clients');
  const locale = await getLocale();
  const at = (history: number, notes: number) => pagePath({ ...page, query: { history, notes } }, locale);
  const options = sessions.map((booking) => ({
    value: booking.id,
    label: `${formatInstant(booking.startsAt, { locale, zone, style: 'fullDateTime' })}, ${titleOf(booking, locale)}`,
  }));
  return (
    <PracticeShell actor={actor} current="clients" page={page}>
      <PageLink to="/practice/clients" className="link mb-3 inline-block text-sm">
        {t('title')}
      </PageLink>
      <PageHead heading={client.name} action={client.isActive && <Propose clientId={clientId} />} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6 max-xl:order-1">
          <Notes {...notes} clientId={clientId} sessions={options} zone={zone} />
          <Pagination
            label={t('notes.pages')}
            previousHref={notesAt > 1 ? at(historyAt, notesAt - 1) : undefined}
            nextHref={notes.hasMore ? at(historyAt, notesAt + 1) : undefined}
          />
          <ClientHistory bookings={history.bookings} zone={zone} />
          <Pagination
            label={t('history.pages')}
            previousHref={historyAt > 1 ? at(historyAt - 1, notesAt) : undefined}
            nextHref={history.hasMore ? at(historyAt + 1, notesAt) : undefined}
          />
        </div>
        <ClientFacts client={client} totals={totals.get(clientId)} zone={zone} />
      </div>
    </PracticeShell>
  );
}

function Propose({ clientId }: { clientId: string }) {
  const t = useTranslations('clients.file');
  return (
    <PageLink
      to={{ pathname: '/practice/clients/[clientId]/propose', params: { clientId } }}
      className={buttonStyles({})}
    >
      {t('propose')}
    </PageLink>
  );
}
