import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { PlanCard } from '@/components/plans/plan-card';
import { loadOwnerActor } from '@/lib/accounts/loaders';
import { loadOwnPlan, loadPlans } from '@/lib/plans/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plan');
  return { title: t('title'), robots: { index: false } };
}

export default async function PlanPage() {
  const actor = await loadOwnerActor('/practice/plan');
  const { planCode, reverseChargeVerifiedAt } = await loadOwnProfile(actor);
  const [own, plans] = await Promise.all([
    loadOwnPlan(planCode, reverseChargeVerifiedAt !== null),
    loadPlans(planCode),
  ]);
  const others = plans.filter(({ code }) => code !== planCode);
  const t = await getTranslations('plan');
  return (
    <PracticeShell actor={actor} current="plan" page="/practice/plan">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid gap-10">
        <section className="grid max-w-[36rem] gap-3">
          <h2 className="font-serif text-h2">{t('current')}</h2>
          <PlanCard plan={own.plan} example={own.example} />
          <p className="text-sm text-ink-2">{t('kept')}</p>
        </section>
        {others.length > 0 && (
          <section className="grid gap-3">
            <h2 className="font-serif text-h2">{t('others')}</h2>
            <p className="text-sm text-ink-2">{t('othersNote')}</p>
            <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-4">
              {others.map((plan) => (
                <PlanCard key={plan.code} plan={plan} />
              ))}
            </div>
          </section>
        )}
      </div>
    </PracticeShell>
  );
}
