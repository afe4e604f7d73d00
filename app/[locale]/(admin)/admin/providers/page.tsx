import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ProviderList } from '@/components/admin/provider-list';
import { ProviderSearch } from '@/components/admin/provider-search';
import { AdminShell } from '@/components/layout/admin-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { loadAdminActor } from '@/lib/accounts/loaders';
import { loadProviders } from '@/lib/admin/loaders';
import { providerSearchSchema } from '@/lib/admin/schema';
import { pagePath } from '@/lib/i18n/page-path';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.providers');
  return { title: t('title'), robots: { index: false } };
}

export default async function ProvidersPage({ searchParams }: PageProps<'/[locale]/admin/providers'>) {
  const actor = await loadAdminActor('/admin/providers');
  const search = providerSearchSchema.parse(await searchParams);
  const { items, nextCursor } = await loadProviders(actor, search);
  const [t, locale] = await Promise.all([getTranslations('admin.providers'), getLocale()]);
  const pageAt = (after?: string) => ({
    pathname: '/admin/providers' as const,
    query: { ...(search.q && { q: search.q }), ...(after && { after }) },
  });
  return (
    <AdminShell actor={actor} current="providers" page={pageAt()}>
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid max-w-[60rem] gap-6">
        <ProviderSearch q={search.q} />
        {items.length > 0 ? (
          <ProviderList providers={items} />
        ) : (
          <EmptyState heading={t('empty')}>{t('emptyText')}</EmptyState>
        )}
        {search.after && (
          <PageLink to={pageAt()} className="link justify-self-start text-sm">
            {t('first')}
          </PageLink>
        )}
        <Pagination
          label={t('pages')}
          nextHref={nextCursor ? pagePath(pageAt(nextCursor), locale) : undefined}
        />
      </div>
    </AdminShell>
  );
}
