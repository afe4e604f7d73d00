import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Count } from '@/components/ui/chip';
import { ListZone } from '@/components/ui/instant';
import type { BookingView } from '@/lib/booking/types';
import { MoveRequest } from './move-request';
import { RequestItem } from './request-item';

type RequestsProps = { bookings: readonly BookingView[]; zone: string };

/** A request for a session, or for another time of one. */
function Item({ booking, zone }: { booking: BookingView; zone: string }) {
  return booking.status === 'accepted' ? (
    <MoveRequest booking={booking} zone={zone} />
  ) : (
    <RequestItem booking={booking} zone={zone} />
  );
}

/** All requests, the most urgent first. */
export function RequestList({ bookings, zone }: RequestsProps) {
  return (
    <div className="grid gap-2.5">
      <Card>
        <CardList>
          {bookings.map((booking) => (
            <li key={booking.id}>
              <Item booking={booking} zone={zone} />
            </li>
          ))}
        </CardList>
      </Card>
      <ListZone zone={zone} at={bookings[0]?.startsAt} />
    </div>
  );
}

const onHome = 3;

/** The most urgent requests beside the agenda. */
export function RequestCard({ bookings, zone }: RequestsProps) {
  const t = useTranslations('practice.requests');
  const count = bookings.length;
  return (
    <Card>
      <CardHead heading={t('title')}>
        {count > 0 && <Count value={count} label={t('count', { count })} />}
      </CardHead>
      {count === 0 ? (
        <p className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5 text-sm text-ink-2">{t('emptyText')}</p>
      ) : (
        <CardList>
          {bookings.slice(0, onHome).map((booking) => (
            <li key={booking.id}>
              <Item booking={booking} zone={zone} />
            </li>
          ))}
          {count > onHome && (
            <li>
              <PageLink to="/practice/requests" className="link text-sm">
                {t('all')}
              </PageLink>
            </li>
          )}
        </CardList>
      )}
    </Card>
  );
}
