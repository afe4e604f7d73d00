import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { type Column, Table } from '@/components/ui/table';
import type { Href } from '@/lib/i18n/page-path';
import { formatInstant } from '@/lib/i18n/time-format';
import type { Earning } from '@/lib/payments/earnings/types';
import { inLanguage } from '@/lib/shared/in-language';
import { money } from '@/lib/shared/money';

function useColumns(zone: string): Column<Earning>[] {
  const t = useTranslations('earnings.sessions');
  const amount = ({ currency }: Earning, value: number) => <Money value={money(value, currency)} />;
  /** Of money that went back in full nothing remains to anybody. */
  const part = (earning: Earning, value: number) =>
    earning.status === 'refunded' ? '–' : amount(earning, value);
  return [
    {
      key: 'session',
      heading: t('session'),
      narrow: 'first',
      cell: (earning) => <SessionCell earning={earning} zone={zone} />,
    },
    { key: 'state', heading: t('state'), cell: (earning) => <StateCell earning={earning} zone={zone} /> },
    {
      key: 'price',
      heading: t('price'),
      numeric: true,
      narrow: 'hidden',
      cell: (earning) => amount(earning, earning.amount),
    },
    {
      key: 'commission',
      heading: t('commission'),
      numeric: true,
      narrow: 'hidden',
      cell: (earning) => part(earning, -earning.share.commission),
    },
    {
      key: 'vat',
      heading: t('vat'),
      numeric: true,
      narrow: 'hidden',
      cell: (earning) => part(earning, -earning.share.vat),
    },
    {
      key: 'net',
      heading: t('net'),
      numeric: true,
      narrow: 'end',
      cell: (earning) => (
        <span className="grid justify-items-end">
          <b className="font-semibold">{part(earning, earning.share.advisor)}</b>
          {earning.share.isExpected && earning.status !== 'refunded' && (
            <span className="text-xs text-ink-3">{t('expected')}</span>
          )}
        </span>
      ),
    },
  ];
}

/** Price, commission, VAT on it and the advisor's part of each paid session, and where the money is. */
export function EarningList({ earnings, zone }: { earnings: readonly Earning[]; zone: string }) {
  const t = useTranslations('earnings.sessions');
  const columns = useColumns(zone);
  return (
    <Card>
      <CardHead heading={t('heading')} />
      <div className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-4">
        {earnings.length === 0 ? (
          <p className="pb-2 text-sm text-ink-2">{t('empty')}</p>
        ) : (
          <Table
            caption={t('heading')}
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
  const { status, claimUntil, transferredAt } = earning;
  const written = (at: Date | null) => (at ? formatInstant(at, { locale, zone, style: 'weekdayDate' }) : '–');
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
      return t(status);
    default:
      return '–';
  }
}
