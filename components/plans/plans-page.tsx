import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import type { PlanView } from '@/lib/plans/types';
import { PlanCard } from './plan-card';
import { usePlanWords } from './plan-words';

/** What the platform costs whoever offers sessions, plan by plan. */
export function PlansPage({ plans }: { plans: readonly PlanView[] }) {
  const t = useTranslations('plan.public');
  const words = usePlanWords();
  const href = useHref();
  return (
    <div className="wrap grid gap-8 py-(--section)">
      <header className="grid max-w-[42rem] gap-4">
        <h1 className="font-serif text-h1">{t('title')}</h1>
        <p className="lede">{t('lede')}</p>
      </header>
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {plans.map((plan) => (
          <li key={plan.code} className="grid">
            <PlanCard plan={plan} level="h2">
              <ButtonLink
                href={href({ pathname: '/become-advisor', query: { plan: plan.code } })}
                variant="secondary"
                block
              >
                {t('begin', { plan: words.nameOf(plan.code) })}
              </ButtonLink>
            </PlanCard>
          </li>
        ))}
      </ul>
      <ul className="grid max-w-[42rem] list-disc gap-2 ps-5 text-ink-2">
        {(['vat', 'clients', 'up', 'kept'] as const).map((each) => (
          <li key={each}>{t(each)}</li>
        ))}
      </ul>
    </div>
  );
}
