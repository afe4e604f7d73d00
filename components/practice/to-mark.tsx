import { useTranslations } from 'next-intl';
import { Card, CardHead, CardList } from '@/components/ui/card';
import type { BookingView } from '@/lib/booking/types';
import { SessionRow } from './session-list';

type ToMarkProps = { bookings: readonly BookingView[]; zone: string };

/** Sessions in person that are over and of which the provider may still say what became of them. */
export function ToMark({ bookings, zone }: ToMarkProps) {
  const t = useTranslations('practice.outcome');
  if (bookings.length === 0) return null;
  return (
    <Card>
      <CardHead heading={t('toMark')} />
      <CardList>
        {bookings.map((booking) => (
          <li key={booking.id}>
            <SessionRow booking={booking} zone={zone} />
          </li>
        ))}
      </CardList>
    </Card>
  );
}
