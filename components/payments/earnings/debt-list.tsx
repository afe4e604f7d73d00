import { useLocale, useTranslations } from 'next-intl';
import { ExternalLink } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Column, Table } from '@/components/ui/table';
import { formatInstant } from '@/lib/i18n/time-format';
import { payDebtsAction } from '@/lib/payments/debts/pay/actions';
import type { DebtView } from '@/lib/payments/outlook/types';
import { type Currency, money } from '@/lib/shared/money';

export type DebtNews = 'paid' | 'failed' | 'nothing';

type DebtListProps = {
  debts: readonly DebtView[];
  /** All that is owed, in minor units. */
  owed: number;
  /** What of it can be paid by card just now, in minor units. */
  payable: number;
  /** The owner comes back from the page on which it is paid, or could not be sent there. */
  news?: DebtNews | undefined;
  currency: Currency;
  zone: string;
  now: Date;
};

/** What the advisor owes, and what it comes from; nothing when nothing is owed. */
export function DebtList({ debts, owed, payable, news, currency, zone, now }: DebtListProps) {
  const t = useTranslations('earnings.debts');
  const locale = useLocale();
  if (owed === 0 && news !== 'paid') return null;
  const dated = (at: Date) => formatInstant(at, { locale, zone, style: 'date' });
  const written = (amount: number) => formatMoney(money(amount, currency), locale);
  const columns: Column<DebtView>[] = [
    {
      key: 'kind',
      heading: t('kind'),
      narrow: 'first',
      cell: ({ kind, clientName: client, startsAt, dueAt }) => (
        <span className="grid">
          <b className="font-semibold">{t(`kinds.${kind}`)}</b>
          <span className="text-ink-2">{t('of', { client, date: dated(startsAt) })}</span>
          {dueAt > now && <span className="text-ink-3">{t('later', { date: dated(dueAt) })}</span>}
        </span>
      ),
    },
    {
      key: 'amount',
      heading: t('amount'),
      numeric: true,
      narrow: 'end',
      cell: ({ left }) => <Money value={money(left, currency)} />,
    },
  ];
  return (
    <Card className="card-pad grid gap-3">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      {news && (
        <Banner tone={news === 'failed' ? 'danger' : 'info'} live>
          {t(news)}
        </Banner>
      )}
      {owed > 0 && (
        <>
          <p className="text-sm text-ink-2">
            {t(payable > 0 ? 'textOrPay' : 'text', { amount: written(owed) })}
          </p>
          <Table caption={t('heading')} columns={columns} rows={debts} rowKey={({ id }) => id} />
        </>
      )}
      {payable > 0 && news !== 'paid' && (
        <form action={payDebtsAction}>
          <SubmitButton variant="secondary" picture={<Icon of={ExternalLink} />}>
            {t('pay', { amount: written(payable) })}
          </SubmitButton>
        </form>
      )}
    </Card>
  );
}
