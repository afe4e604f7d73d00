import { Download, FileText, Landmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { SelectField } from '@/components/ui/text-field';

/** The way to invoices and tax details, and the year's earnings as a table. */
export function EarningsPapers({ years }: { years: readonly number[] }) {
  const t = useTranslations('documents.papers');
  const tTax = useTranslations('documents.tax');
  const options = years.map((year) => ({ value: String(year), label: String(year) }));
  return (
    <Card className="card-pad grid gap-4">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      <div className="flex flex-wrap items-end gap-3">
        <PageLink to="/practice/earnings/invoices" className={buttonStyles({ variant: 'secondary' })}>
          <Icon of={FileText} />
          {t('invoices')}
        </PageLink>
        <PageLink to="/practice/earnings/tax" className={buttonStyles({ variant: 'secondary' })}>
          <Icon of={Landmark} />
          {tTax('link')}
        </PageLink>
      </div>
      <form action="/api/earnings" method="get" className="flex flex-wrap items-end gap-3">
        <SelectField
          id="earnings-year"
          name="year"
          label={t('year')}
          options={options}
          defaultValue={options[0]?.value ?? ''}
        />
        <Button type="submit" variant="secondary" picture={<Icon of={Download} />}>
          {t('csv')}
        </Button>
      </form>
    </Card>
  );
}
