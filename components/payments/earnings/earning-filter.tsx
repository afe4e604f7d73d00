import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { useHref } from '@/components/layout/use-href';
import { Button, buttonStyles } from '@/components/ui/button';
import { SelectField } from '@/components/ui/text-field';
import { formatInstant } from '@/lib/i18n/time-format';
import { listedStates } from '@/lib/payments/rules/advisor-share';
import type { EarningQuestion } from '@/lib/payments/rules/earning-question';
import { addMonths, monthInterval, monthOf } from '@/lib/payments/rules/months';

type EarningFilterProps = { asked: EarningQuestion; zone: string; now: Date };

/** Months to choose from: two to come, this one, and two years back. */
const monthsAhead = 2;
const monthsShown = 27;

/** State and month of the list below; a plain form, so that they stand in the address. */
export function EarningFilter({ asked, zone, now }: EarningFilterProps) {
  const t = useTranslations('earnings.filter');
  const locale = useLocale();
  const href = useHref();
  const states = listedStates.map((state) => ({ value: state, label: t(`states.${state}`) }));
  const last = addMonths(monthOf(now, zone), monthsAhead);
  const near = Array.from({ length: monthsShown }, (_, index) => addMonths(last, -index));
  const months = asked.month && !near.includes(asked.month) ? [...near, asked.month] : near;
  const isAsked = asked.state !== null || asked.month !== null;
  return (
    <search>
      <form action={href('/practice/earnings')} className="flex flex-wrap items-end gap-3">
        <SelectField
          id="earnings-state"
          name="state"
          label={t('state')}
          defaultValue={asked.state ?? ''}
          options={[{ value: '', label: t('allStates') }, ...states]}
        />
        <SelectField
          id="earnings-month"
          name="month"
          label={t('month')}
          defaultValue={asked.month ?? ''}
          options={[
            { value: '', label: t('allMonths') },
            ...months.map((month) => ({
              value: month,
              label: formatInstant(monthInterval(month, zone).from, { locale, zone, style: 'monthYear' }),
            })),
          ]}
        />
        <Button type="submit" variant="secondary">
          {t('apply')}
        </Button>
        {isAsked && (
          <PageLink to="/practice/earnings" className={buttonStyles({ variant: 'ghost' })}>
            {t('clear')}
          </PageLink>
        )}
      </form>
    </search>
  );
}
