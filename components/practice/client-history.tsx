import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { StatusChip } from '@/components/ui/chip';
import { Instant, ListZone, Span } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import type { BookingView } from '@/lib/booking/types';
import { publicStatus } from '@/lib/booking/view-for-client';
import { money, toCurrency } from '@/lib/shared/money';
import { priceOf, titleOf } from './booking-facts';

type ClientHistoryProps = { bookings: readonly BookingView[]; zone: string };

/** Everything between a client and the practice: when, what, in which state, and the money. */
export function ClientHistory({ bookings, zone }: ClientHistoryProps) {
  const t = useTranslations('clients.history');
  return (
    <div className="grid gap-2.5">
      <Card>
        <CardHead heading={t('heading')} />
        {bookings.length === 0 ? (
          <p className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5 text-sm text-ink-2">{t('empty')}</p>
        ) : (
          <CardList>
            {bookings.map((booking) => (
              <li key={booking.id}>
                <Row booking={booking} zone={zone} />
              </li>
            ))}
          </CardList>
        )}
      </Card>
      <ListZone zone={zone} at={bookings[0]?.startsAt} />
    </div>
  );
}

function Row({ booking, zone }: { booking: BookingView; zone: string }) {
  const t = useTranslations('practice');
  const locale = useLocale();
  const status = publicStatus(booking);
  return (
    <PageLink
      to={{ pathname: '/practice/appointments/[bookingId]', params: { bookingId: booking.id } }}
      className="grid gap-x-4 gap-y-2 rounded-sm hover:text-accent-ink sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start"
    >
      <span className="grid min-w-0 wrap-anywhere">
        <span className="text-sm font-semibold first-letter:uppercase">
          <Instant at={booking.startsAt} zone={zone} style="fullDate" />,{' '}
          <Span start={booking.startsAt} end={booking.endsAt} zone={zone} />
        </span>
        <span className="text-sm text-ink-2">
          {titleOf(booking, locale)}, {t(`channels.${booking.channel}`)}
        </span>
      </span>
      <span className="flex items-start justify-between gap-x-4 gap-y-1 text-sm text-ink-2 sm:flex-col sm:items-end">
        {status && <StatusChip status={status} />}
        <span className="grid justify-items-end gap-1 text-end">
          {booking.priceAmount === 0 ? t('detail.free') : <Money value={priceOf(booking)} />}
          <Paid booking={booking} />
        </span>
      </span>
    </PageLink>
  );
}

function Paid({ booking: { payment, currency } }: { booking: BookingView }) {
  const t = useTranslations('clients.history');
  const locale = useLocale();
  const written = (amount: number) => formatMoney(money(amount, toCurrency(currency)), locale);
  if (!payment || payment.paidAmount === 0) return null;
  return (
    <>
      <span>{t('paid', { amount: written(payment.paidAmount) })}</span>
      {payment.refundedAmount > 0 && (
        <span>{t('refunded', { amount: written(payment.refundedAmount) })}</span>
      )}
    </>
  );
}
