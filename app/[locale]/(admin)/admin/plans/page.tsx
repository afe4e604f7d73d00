import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MinimumsForm } from '@/components/admin/minimums-form';
import { PlanEditor } from '@/components/admin/plan-editor';
import { AdminShell } from '@/components/layout/admin-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { loadAdminActor } from '@/lib/accounts/loaders';
import { loadPlansForAdmin } from '@/lib/plans/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.plans');
  return { title: t('title'), robots: { index: false } };
}

export default async function AdminPlansPage() {
  const actor = await loadAdminActor('/admin/plans');
  const { plans, example, minimums } = await loadPlansForAdmin(actor);
  const t = await getTranslations('admin.plans');
  return (
    <AdminShell actor={actor} current="adminPlans" page="/admin/plans">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid gap-10">
        <section className="grid gap-4">
          <p className="max-w-[42rem] text-sm text-ink-2">{t('note')}</p>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {plans.map((each) => (
              <PlanEditor key={each.plan.code} of={each} example={example} />
            ))}
          </div>
        </section>
        <section className="grid max-w-[36rem] gap-4">
          <h2 className="font-serif text-h2">{t('minimums.heading')}</h2>
          <p className="text-sm text-ink-2">{t('minimums.text')}</p>
          <MinimumsForm minimums={minimums} currency={example.currency} />
        </section>
      </div>
    </AdminShell>
  );
}
