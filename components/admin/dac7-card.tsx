import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { buttonStyles } from '@/components/ui/button';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { ReportYear } from '@/lib/payments/tax/dac7/loaders';

/** The yearly report on sellers, and who is not in it yet for want of tax details. */
export function Dac7Card({ years }: { years: readonly ReportYear[] }) {
  const t = useTranslations('admin.tax');
  return (
    <Card>
      <CardHead heading={t('report')} />
      <p className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-2 text-sm text-ink-2">{t('reportText')}</p>
      <CardList>
        {years.map((each) => (
          <li key={each.year}>
            <Year of={each} />
          </li>
        ))}
      </CardList>
    </Card>
  );
}

function Year({ of: { year, sellers: count, missing } }: { of: ReportYear }) {
  const t = useTranslations('admin.tax');
  const locale = useLocale();
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(missing);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <div className="grid min-w-0 flex-1 basis-52 gap-0.5 wrap-anywhere">
        <b className="tnum font-semibold">{year}</b>
        <span className="text-sm text-ink-2">{t('sellers', { count })}</span>
        {missing.length > 0 && <span className="text-sm text-warm-ink">{t('missing', { names })}</span>}
      </div>
      <a
        href={`/api/tax-report?year=${year}`}
        className={buttonStyles({ variant: 'secondary', size: 'sm' })}
        aria-label={t('downloadNamed', { year: String(year) })}
      >
        <Icon of={Download} />
        {t('download')}
      </a>
    </div>
  );
}
