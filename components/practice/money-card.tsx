import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { Facts } from '@/components/ui/table';
import type { EarningTotals } from '@/lib/payments/earnings/types';
import { money } from '@/lib/shared/money';

type MoneyCardProps = {
  totals: EarningTotals;
  /** Of the account or of tax: what is released waits for them. */
  areDetailsMissing: boolean;
};

/** One number of this month, and what is on its way. */
export function MoneyCard({ totals, areDetailsMissing }: MoneyCardProps) {
  const t = useTranslations('practice.money');
  const amount = (value: number) => money(value, totals.currency);
  return (
    <Card>
      <CardHead heading={t('heading')}>
        <PageLink to="/practice/earnings" className="link text-sm">
          {t('details')}
        </PageLink>
      </CardHead>
      <div className="grid gap-4 px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        <p className="grid">
          <Money value={amount(totals.paidOutThisMonth)} className="font-serif text-h2" />
          <span className="text-sm text-ink-2">{t('paidOut')}</span>
        </p>
        <Facts
          facts={[
            { term: t('held'), value: <Money value={amount(totals.held)} /> },
            { term: t('released'), value: <Money value={amount(totals.released)} /> },
          ]}
        />
        {areDetailsMissing && <p className="text-sm text-warm-ink">{t('waiting')}</p>}
      </div>
    </Card>
  );
}
