import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { ClientList, ClientSearch } from '@/components/relationships/client-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadSessionTotals } from '@/lib/booking/client-file-loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { loadClients } from '@/lib/relationships/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('clients');
  return { title: t('title'), robots: { index: false } };
}

const textOf = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value.slice(0, 500) : '';

export default async function ClientsPage({ searchParams }: PageProps<'/[locale]/practice/clients'>) {
  const asked = await searchParams;
  const [q, after] = [textOf(asked.q), textOf(asked.after)];
  const pageAt = (cursor: string) =>
    ({
      pathname: '/practice/clients',
      query: { ...(q && { q }), ...(cursor && { after: cursor }) },
    }) as const;
  const actor = await loadProviderActor(pageAt(after));
  const locale = await getLocale();
  const [{ items, nextCursor, total }, profile, now] = await Promise.all([
    loadClients(actor, { query: q, after, locale }),
    loadOwnProfile(actor),
    loadNow(),
  ]);
  const ids = items.map(({ id }) => id);
  const totals = await loadSessionTotals(actor, ids);
  const t = await getTranslations('clients');
  const hasAny = total > 0;
  return (
    <PracticeShell actor={actor} current="clients" page={pageAt(after)}>
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid max-w-[52rem] gap-5">
        {hasAny && <ClientSearch query={q} />}
        {items.length > 0 ? (
          <ClientList clients={items} totals={totals} zone={profile.timeZone} now={now} />
        ) : (
          <EmptyState heading={hasAny ? t('list.nobody') : t('list.empty')}>
            {hasAny ? t('list.nobodyText') : t('list.emptyText')}
          </EmptyState>
        )}
        {after !== '' && (
          <PageLink to={pageAt('')} className="link justify-self-start text-sm">
            {t('list.first')}
          </PageLink>
        )}
        <Pagination
          label={t('list.pages')}
          nextHref={nextCursor ? pagePath(pageAt(nextCursor), locale) : undefined}
        />
      </div>
    </PracticeShell>
  );
}
