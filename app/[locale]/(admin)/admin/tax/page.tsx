import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Dac7Card } from '@/components/admin/dac7-card';
import { VatIdList } from '@/components/admin/vat-id-list';
import { AdminShell } from '@/components/layout/admin-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { loadAdminActor } from '@/lib/accounts/loaders';
import { loadReportYears } from '@/lib/payments/tax/dac7/loaders';
import { loadVatIds } from '@/lib/payments/tax/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.tax');
  return { title: t('title'), robots: { index: false } };
}

export default async function TaxAdminPage() {
  const actor = await loadAdminActor('/admin/tax');
  const [vatIds, years, t] = await Promise.all([
    loadVatIds(actor),
    loadReportYears(actor),
    getTranslations('admin.tax'),
  ]);
  return (
    <AdminShell actor={actor} current="tax" page="/admin/tax">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid max-w-[60rem] gap-6">
        <VatIdList vatIds={vatIds} zone={actor.timeZone ?? 'UTC'} />
        <Dac7Card years={years} />
      </div>
    </AdminShell>
  );
}
