import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { Chip, Count } from '@/components/ui/chip';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { type BookingStatus, statusLooks } from '@/components/ui/status';
import { type Column, Table } from '@/components/ui/table';
import type { Participant } from '@/lib/events/types';

const looks = {
  booked: 'accepted',
  attended: 'completed',
  absent: 'missed',
  cancelled: 'cancelled',
} as const satisfies Record<Participant['status'], BookingStatus>;

type ParticipantsProps = {
  participants: readonly Participant[];
  /** Whether the reader has the files of the clients. */
  hasFiles: boolean;
  isFree: boolean;
  zone: string;
};

/** Who comes, came, or has cancelled. */
export function Participants({ participants, hasFiles, isFree, zone }: ParticipantsProps) {
  const t = useTranslations('hosting.participants');
  const detail = useTranslations('hosting.detail');
  const sums: Column<Participant>[] = [
    {
      key: 'paid',
      heading: detail('paid'),
      numeric: true,
      narrow: 'end',
      cell: ({ paid }) => <Money value={paid} />,
    },
    {
      key: 'refunded',
      heading: detail('refunded'),
      numeric: true,
      cell: ({ refunded }) =>
        refunded.amount > 0 && (
          <>
            <span className="min-[55rem]:sr-only">{detail('refunded')} </span>
            <Money value={refunded} />
          </>
        ),
    },
  ];
  const columns: Column<Participant>[] = [
    { key: 'name', heading: t('name'), narrow: 'first', cell: (one) => <Name of={one} hasFile={hasFiles} /> },
    { key: 'status', heading: t('status'), cell: (one) => <SeatChip of={one} /> },
    {
      key: 'bookedAt',
      heading: t('bookedAt'),
      cell: ({ bookedAt }) => bookedAt && <Instant at={bookedAt} zone={zone} style="dateTime" />,
    },
    ...(isFree ? [] : sums),
  ];
  const coming = participants.filter(({ status }) => status !== 'cancelled').length;
  return (
    <Card>
      <CardHead heading={t('heading')}>
        {coming > 0 && <Count value={coming} label={t('heading')} soft />}
      </CardHead>
      <div className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-4">
        {participants.length === 0 ? (
          <p className="text-sm text-ink-2">{t('empty')}</p>
        ) : (
          <Table
            caption={t('heading')}
            columns={columns}
            rows={participants}
            rowKey={({ seatId }) => seatId}
          />
        )}
      </div>
    </Card>
  );
}

function Name({ of: { clientId, name }, hasFile }: { of: Participant; hasFile: boolean }) {
  if (!hasFile) return <b className="font-semibold">{name}</b>;
  return (
    <PageLink to={{ pathname: '/practice/clients/[clientId]', params: { clientId } }} className="link">
      {name}
    </PageLink>
  );
}

function SeatChip({ of: { status, isLate } }: { of: Participant }) {
  const t = useTranslations('hosting.participants');
  return <Chip {...statusLooks[looks[status]]}>{t(isLate ? 'cancelledLate' : status)}</Chip>;
}
