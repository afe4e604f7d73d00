import { CalendarClock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { useHref } from '@/components/layout/use-href';
import { Card, CardList } from '@/components/ui/card';
import { Chip, StatusChip } from '@/components/ui/chip';
import { Instant, Span, ListZone } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { Avatar } from '@/components/ui/portrait';
import { TabLinks } from '@/components/ui/tab-links';
import { postOf } from '@/lib/booking/practice-filter';
import type { BookingView } from '@/lib/booking/types';
import { publicStatus } from '@/lib/booking/view-for-client';
import { clientOf, priceOf, titleOf } from './booking-facts';

/** What lies ahead, and what is over. */
export function SessionTabs({
  current,
  member,
}: {
  current: 'upcoming' | 'past';
  /** Of an organisation: whose sessions are shown. */
  member: string | undefined;
}) {
  const t = useTranslations('practice.sessions');
  const href = useHref();
  const at = (query: Record<string, string>) =>
    href({ pathname: '/practice/appointments', query: { ...query, ...(member && { member }) } });
  return (
    <TabLinks
      label={t('tabs')}
      links={[
        { href: at({}), label: t('upcoming'), current: current === 'upcoming' },
        { href: at({ view: 'past' }), label: t('past'), current: current === 'past' },
      ]}
    />
  );
}

/** Sessions of the practice, each one click from its page. */
export function SessionList({ bookings, zone }: { bookings: readonly BookingView[]; zone: string }) {
  return (
    <div className="grid gap-2.5">
      <Card>
        <CardList>
          {bookings.map((booking) => (
            <li key={booking.id}>
              <SessionRow booking={booking} zone={zone} />
            </li>
          ))}
        </CardList>
      </Card>
      <ListZone zone={zone} at={bookings[0]?.startsAt} />
    </div>
  );
}

/** That another time of the session waits for an answer. */
function MoveMark({ booking: { status, reschedules } }: { booking: BookingView }) {
  const t = useTranslations('practice.sessions');
  const [move] = reschedules;
  if (status !== 'accepted' || !move) return null;
  return (
    <Chip icon={CalendarClock} className="bg-warm-soft text-warm-ink">
      {t(move.proposedBy === 'client' ? 'moveAsked' : 'moveProposed')}
    </Chip>
  );
}

/** One session, the way to its page. */
export function SessionRow({ booking, zone }: { booking: BookingView; zone: string }) {
  const t = useTranslations('practice');
  const locale = useLocale();
  const status = publicStatus(booking);
  return (
    <PageLink
      to={{ pathname: '/practice/appointments/[bookingId]', params: { bookingId: booking.id } }}
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-sm hover:text-accent-ink"
    >
      <Avatar of={clientOf(booking)} />
      <span className="grid min-w-0 wrap-anywhere">
        <b className="font-semibold">{booking.client.name}</b>
        <span className="text-sm">
          <Instant at={booking.startsAt} zone={zone} style="weekdayDate" />,{' '}
          <Span start={booking.startsAt} end={booking.endsAt} zone={zone} />
        </span>
        <span className="text-sm text-ink-2">
          {titleOf(booking, locale)}, {t(`channels.${booking.channel}`)}
        </span>
        {postOf(booking) && <span className="text-sm text-ink-2">{postOf(booking)}</span>}
      </span>
      <span className="grid justify-items-end gap-1.5">
        {status && <StatusChip status={status} />}
        <MoveMark booking={booking} />
        <span className="text-sm text-ink-2">
          {booking.priceAmount === 0 ? t('detail.free') : <Money value={priceOf(booking)} />}
        </span>
      </span>
    </PageLink>
  );
}
