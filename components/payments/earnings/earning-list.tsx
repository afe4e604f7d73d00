import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import { type Column, Facts, Table } from '@/components/ui/table';
import type { Href } from '@/lib/i18n/page-path';
import { formatInstant } from '@/lib/i18n/time-format';
import type { Earning } from '@/lib/payments/earnings/types';
import { inLanguage } from '@/lib/shared/in-language';
import { money } from '@/lib/shared/money';

const isAny = (earnings: readonly Earning[], value: (earning: Earning) => number) =>
  earnings.some((earning) => value(earning) !== 0);

/** The parts of a price, each with its sign: price, what went back, commission, VAT, fee. */
function useParts(earnings: readonly Earning[]) {
  const t = useTranslations('earnings.sessions');
  const hasRefunds = isAny(earnings, ({ refunded }) => refunded);
  const hasFees = isAny(earnings, ({ share }) => share.fee);
  return [
    { key: 'price', heading: t('price'), value: ({ amount }: Earning) => amount },
    ...(hasRefunds
      ? [{ key: 'refunded', heading: t('refunded'), value: ({ refunded }: Earning) => 0 - refunded }]
      : []),
    { key: 'commission', heading: t('commission'), value: ({ share }: Earning) => 0 - share.commission },
    { key: 'vat', heading: t('vat'), value: ({ share }: Earning) => 0 - share.vat },
    ...(hasFees ? [{ key: 'fee', heading: t('fee'), value: ({ share }: Earning) => 0 - share.fee }] : []),
  ];
}

const moneyOf = ({ currency }: Earning, value: number) =>
  value === 0 ? '–' : <Money value={money(value, currency)} />;

function useColumns(earnings: readonly Earning[], zone: string): Column<Earning>[] {
  const t = useTranslations('earnings.sessions');
  const parts = useParts(earnings);
  return [
    {
      key: 'session',
      heading: t('session'),
      narrow: 'first',
      cell: (earning) => <SessionCell earning={earning} zone={zone} />,
    },
    {
      key: 'state',
      heading: t('state'),
      cell: (earning) => (
        <>
          <StateCell earning={earning} zone={zone} />
          <Breakdown
            facts={parts.map(({ heading, value }) => ({
              term: heading,
              value: moneyOf(earning, value(earning)),
            }))}
          />
        </>
      ),
    },
    ...parts.map(({ key, heading, value }) => ({
      key,
      heading,
      numeric: true,
      narrow: 'hidden' as const,
      cell: (earning: Earning) => moneyOf(earning, value(earning)),
    })),
    {
      key: 'net',
      heading: t('net'),
      numeric: true,
      narrow: 'end',
      cell: (earning) => <NetCell earning={earning} />,
    },
  ];
}

function NetCell({ earning }: { earning: Earning }) {
  const t = useTranslations('earnings.sessions');
  const { share, setOff } = earning;
  return (
    <span className="grid justify-items-end">
      <b className="font-semibold">{moneyOf(earning, share.advisor)}</b>
      {share.isExpected && <span className="text-xs text-ink-3">{t('expected')}</span>}
      {setOff > 0 && (
        <span className="text-xs text-ink-3">
          {t('setOff')} {moneyOf(earning, setOff)}
        </span>
      )}
    </span>
  );
}

/** The same parts where there is no room for columns. */
function Breakdown({ facts }: { facts: ComponentProps<typeof Facts>['facts'] }) {
  const t = useTranslations('earnings.sessions');
  return (
    <details className="mt-1 min-[55rem]:hidden">
      <summary className="link inline-flex min-h-6 cursor-pointer items-center text-sm">
        {t('breakdown')}
      </summary>
      <Facts facts={facts} className="pt-2" />
    </details>
  );
}

type EarningListProps = {
  earnings: readonly Earning[];
  zone: string;
  /** Only some of them are shown. */
  isFiltered: boolean;
  filter: ReactNode;
};

/** Price, commission, VAT on it and the advisor's part of each session with money, and where the money is. */
export function EarningList({ earnings, zone, isFiltered, filter }: EarningListProps) {
  const t = useTranslations('earnings');
  const columns = useColumns(earnings, zone);
  return (
    <Card>
      <CardHead heading={t('sessions.heading')} />
      <div className="grid gap-4 px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-4">
        {(earnings.length > 0 || isFiltered) && filter}
        {earnings.length === 0 ? (
          <p className="pb-2 text-sm text-ink-2">{isFiltered ? t('filter.nothing') : t('sessions.empty')}</p>
        ) : (
          <Table
            caption={t('sessions.heading')}
            columns={columns}
            rows={earnings}
            rowKey={({ paymentId }) => paymentId}
          />
        )}
      </div>
    </Card>
  );
}

type CellProps = { earning: Earning; zone: string };

/** A session is an appointment of the practice; a seat belongs to its event. */
function pageOf({ bookingId, eventId }: Earning): Href {
  return bookingId === null
    ? { pathname: '/practice/events/[eventId]', params: { eventId: eventId ?? '' } }
    : { pathname: '/practice/appointments/[bookingId]', params: { bookingId } };
}

function SessionCell({ earning, zone }: CellProps) {
  const locale = useLocale();
  return (
    <PageLink to={pageOf(earning)} className="grid w-fit hover:text-accent-ink">
      <b className="font-semibold">{earning.clientName}</b>
      <span className="text-ink-2">
        <Instant at={earning.startsAt} zone={zone} style="date" />,{' '}
        {inLanguage(earning.serviceTitles, locale, earning.serviceTitle)}
      </span>
    </PageLink>
  );
}

function StateCell({ earning, zone }: CellProps) {
  const t = useTranslations('earnings.states');
  const locale = useLocale();
  const { status, state, claimUntil, transferredAt } = earning;
  const written = (at: Date | null) => (at ? formatInstant(at, { locale, zone, style: 'weekdayDate' }) : '–');
  if (state === 'direct' && status === 'due') {
    const amount = (value: number) => formatMoney(money(value, earning.currency), locale);
    return t('recorded', { paid: amount(earning.paid), price: amount(earning.amount) });
  }
  if (earning.isTransferFailing) return t('failing');
  switch (status) {
    case 'delivered_held':
      return t('delivered_held', { date: written(claimUntil) });
    case 'transferred':
      return t('transferred', { date: written(transferredAt) });
    case 'paid_held':
    case 'claim_open':
    case 'releasable':
    case 'in_payout':
    case 'refunding':
    case 'refunded':
    case 'disputed':
    case 'charged_back':
    case 'clawback':
    case 'due':
    case 'charging':
    case 'uncollectible':
    case 'settled_offline':
      return t(status);
    default:
      return '–';
  }
}
