import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { StatusChip } from '@/components/ui/chip';
import { Instant } from '@/components/ui/instant';
import { formatMoney } from '@/components/ui/money-format';
import type { BookingStatus } from '@/components/ui/status';
import type { RecentItem } from '@/lib/claims/views/loaders';
import { ClaimChip } from './claim-chip';
import { titleOf } from './claim-words';

type RecentActivityProps = { items: readonly RecentItem[]; now: Date; zone: string };

/** What a client did lately, with its money, and for how long something can still be said about it. */
export function RecentActivity({ items, now, zone }: RecentActivityProps) {
  const t = useTranslations('claims.recent');
  return (
    <Card>
      <CardHead heading={t('heading')}>
        <PageLink to="/claims" className="link text-sm">
          {t('all')}
        </PageLink>
      </CardHead>
      <div className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        {items.length === 0 ? (
          <p className="text-sm text-ink-3">{t('empty')}</p>
        ) : (
          <ul className="divide-y divide-line *:py-3.5 *:first:pt-0 *:last:pb-0">
            {items.map((item) => (
              <li key={item.about.subject.seatId ?? item.about.subject.bookingId}>
                <Item item={item} now={now} zone={zone} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

const seatLooks: Record<string, BookingStatus> = {
  booked: 'accepted',
  attended: 'completed',
  absent: 'missed',
  cancelled: 'cancelled',
};
const bookingLooks = new Set<string>(['accepted', 'completed', 'missed', 'cancelled']);

function statusOf({ kind, status }: RecentItem['about']): BookingStatus {
  if (kind === 'seat') return seatLooks[status] ?? 'cancelled';
  return bookingLooks.has(status) ? (status as BookingStatus) : 'cancelled';
}

/** Whole hours, the one that runs included. */
const hoursLeft = (until: Date, now: Date) => Math.max(1, Math.ceil((+until - +now) / 3_600_000));

function Item({ item: { about, claimUntil }, now, zone }: { item: RecentItem; now: Date; zone: string }) {
  const t = useTranslations('claims.recent');
  const tSeat = useTranslations('seats.status');
  const locale = useLocale();
  const { subject, claim } = about;
  const page = subject.bookingId
    ? ({ pathname: '/appointments/[bookingId]', params: { bookingId: subject.bookingId } } as const)
    : ({ pathname: '/seats/[seatId]', params: { seatId: subject.seatId ?? '' } } as const);
  const form = subject.bookingId
    ? ({ pathname: '/appointments/[bookingId]/claim', params: { bookingId: subject.bookingId } } as const)
    : ({ pathname: '/seats/[seatId]/claim', params: { seatId: subject.seatId ?? '' } } as const);
  const seatStatus = about.kind === 'seat' && about.status !== 'held' && about.status !== 'expired';
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <PageLink to={page} className="min-w-0 font-semibold wrap-anywhere hover:text-accent-ink">
          {about.provider.name}
        </PageLink>
        <StatusChip status={statusOf(about)}>{seatStatus ? tSeat(seatOf(about)) : undefined}</StatusChip>
      </div>
      <p className="text-sm text-ink-2">
        {titleOf(about, locale)}, <Instant at={about.startsAt} zone={zone} />
      </p>
      <p className="text-sm text-ink-3">{useMoneyWords(about)}</p>
      {claim && (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <PageLink to={{ pathname: '/claims/[claimId]', params: { claimId: claim.id } }} className="link">
            {t('toClaim')}
          </PageLink>
          <ClaimChip status={claim.status} you="client" />
        </p>
      )}
      {claimUntil && (
        <p className="text-sm">
          <PageLink to={form} className="link">
            {t('claim')}
          </PageLink>{' '}
          <span className="text-ink-3">{t('left', { hours: hoursLeft(claimUntil, now) })}</span>
        </p>
      )}
    </div>
  );
}

function seatOf(about: RecentItem['about']): 'booked' | 'attended' | 'absent' | 'cancelled' {
  const { status } = about;
  return status === 'booked' || status === 'attended' || status === 'absent' ? status : 'cancelled';
}

function useMoneyWords({ priceAmount, currency, money }: RecentItem['about']): string {
  const t = useTranslations('claims.recent');
  const locale = useLocale();
  const amount = (value: number) => formatMoney({ amount: value, currency }, locale);
  if (priceAmount === 0 || !money) return t('free');
  if (money.refunded > 0)
    return t('refunded', { paid: amount(money.paid), refunded: amount(money.refunded) });
  if (money.status === 'refunding') return t('returning', { amount: amount(money.paid) });
  if (money.status === 'none') return t('uncharged', { amount: amount(priceAmount) });
  if (money.status === 'due' && !money.isOffPlatform) return t('due', { amount: amount(priceAmount) });
  return money.paid > 0
    ? t('paid', { amount: amount(money.paid) })
    : t('price', { amount: amount(priceAmount) });
}
