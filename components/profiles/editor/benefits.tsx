import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

/** What offering sessions brings, and costs. */
export function Benefits({ commissionBps }: { commissionBps: number }) {
  const t = useTranslations('becomeAdvisor.benefits');
  const format = useFormatter();
  const commission = format.number(commissionBps / 10_000, { style: 'percent', maximumFractionDigits: 2 });
  const lines = [t('free', { commission }), t('profile'), t('hours'), t('pay')];
  return (
    <ul className="grid gap-2.5 rounded-lg bg-sunken p-5 text-sm leading-5.5 text-ink-2">
      {lines.map((line) => (
        <li key={line} className="grid grid-cols-[auto_minmax(0,1fr)] gap-2.5">
          <Icon of={Check} className="mt-0.5 text-accent-ink" />
          {line}
        </li>
      ))}
    </ul>
  );
}
