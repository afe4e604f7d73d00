import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { pageNumber } from '@/components/layout/page-number';
import { PracticeShell } from '@/components/layout/practice-shell';
import { InvoiceList } from '@/components/payments/invoice-list';
import { Pagination } from '@/components/ui/pagination';
import { loadOwnerActor } from '@/lib/accounts/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadCommissionDocuments } from '@/lib/payments/documents/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents.list');
  return { title: t('title'), robots: { index: false } };
}

export default async function InvoicesPage({
  searchParams,
}: PageProps<'/[locale]/practice/earnings/invoices'>) {
  const number = pageNumber((await searchParams).page);
  const actor = await loadOwnerActor('/practice/earnings/invoices');
  const { timeZone: zone } = await loadOwnProfile(actor);
  const [{ documents, hasMore }, locale, t] = await Promise.all([
    loadCommissionDocuments(actor, number),
    getLocale(),
    getTranslations('documents.list'),
  ]);
  const at = (page: number) => pagePath({ pathname: '/practice/earnings/invoices', query: { page } }, locale);
  return (
    <PracticeShell actor={actor} current="earnings" page="/practice/earnings/invoices">
      <PageLink to="/practice/earnings" className="link mb-3 inline-block text-sm">
        {t('back')}
      </PageLink>
      <PageHead heading={t('title')} lede={t('lede')} />
      <InvoiceList documents={documents} zone={zone} />
      <Pagination
        label={t('pages')}
        previousHref={number > 1 ? at(number - 1) : undefined}
        nextHref={hasMore ? at(number + 1) : undefined}
      />
    </PracticeShell>
  );
}
