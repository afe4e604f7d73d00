import { CircleAlert, CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { Card, CardHead } from '@/components/ui/card';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Column, Table } from '@/components/ui/table';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { askForCheckAction } from '@/lib/payments/oversight/actions';
import type { Check, Difference } from '@/lib/payments/reconciliation/types';
import { isCurrency, money } from '@/lib/shared/money';

type CheckCardProps = { check: Check | null; differences: readonly Difference[]; zone: string };

/** Whether ledger and payment service agree, and what differs; while anything does, nothing is paid out. */
export function CheckCard({ check, differences, zone }: CheckCardProps) {
  const t = useTranslations('adminMoney.check');
  const locale = useLocale();
  const isSound = check !== null && differences.length === 0;
  return (
    <Card>
      <CardHead heading={t('heading')}>
        <ActionForm action={askForCheckAction} said={t('asked')}>
          <SubmitButton variant="secondary" size="sm">
            {t('now')}
          </SubmitButton>
        </ActionForm>
      </CardHead>
      <div className="grid gap-4 px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        {check === null ? (
          <p className="text-sm text-ink-2">{t('never')}</p>
        ) : (
          <Banner
            tone={isSound ? 'info' : 'danger'}
            icon={isSound ? CircleCheck : CircleAlert}
            heading={isSound ? t('sound') : t('stopped', { count: check.differences })}
          >
            {t('checked', {
              count: check.checked,
              date: formatZoned(check.finishedAt, { locale, zone }),
            })}
          </Banner>
        )}
        {differences.length > 0 && (
          <Table
            caption={t('heading')}
            columns={useColumns()}
            rows={differences}
            rowKey={({ kind, reference }) => `${kind}/${reference}`}
          />
        )}
      </div>
    </Card>
  );
}

function useColumns(): Column<Difference>[] {
  const t = useTranslations('adminMoney.check');
  const locale = useLocale();
  const written = (amount: number | null, currency: string) =>
    amount !== null && isCurrency(currency) ? formatMoney(money(amount, currency), locale) : '–';
  return [
    { key: 'kind', heading: t('what'), narrow: 'first', cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'reference',
      heading: t('reference'),
      narrow: 'second',
      cell: ({ reference }) => <code className="text-xs wrap-anywhere">{reference}</code>,
    },
    {
      key: 'ours',
      heading: t('ours'),
      numeric: true,
      narrow: 'hidden',
      cell: ({ ours, currency }) => written(ours, currency),
    },
    {
      key: 'theirs',
      heading: t('theirs'),
      numeric: true,
      narrow: 'end',
      cell: ({ theirs, currency }) => written(theirs, currency),
    },
  ];
}
