import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Facts } from '@/components/ui/table';
import type { PlanView } from '@/lib/plans/types';
import { usePlanWords } from './plan-words';

type PlanCardProps = {
  plan: PlanView;
  level?: 'h2' | 'h3';
  /** What follows the terms. */
  children?: ReactNode;
};

/** The terms of a plan, what it adds, and what can be done with it. */
export function PlanCard({ plan, level: Level = 'h3', children }: PlanCardProps) {
  const t = useTranslations('plan');
  const words = usePlanWords();
  const adds = words.featuresOf(plan);
  return (
    <Card className="card-pad grid content-between gap-5">
      <div className="grid content-start gap-4">
        <Level className="font-serif text-h3 font-medium">{words.nameOf(plan.code)}</Level>
        <Facts
          facts={[
            { term: t('fee'), value: words.feeOf(plan) },
            { term: t('commission'), value: words.commissionOf(plan) },
          ]}
        />
        <ul className="grid gap-2 text-sm leading-5.5 text-ink-2">
          {[t('base'), ...adds].map((line) => (
            <li key={line} className="grid grid-cols-[auto_minmax(0,1fr)] gap-2.5">
              <Icon of={Check} className="mt-0.5 text-accent-ink" />
              {line}
            </li>
          ))}
        </ul>
      </div>
      {children}
    </Card>
  );
}
