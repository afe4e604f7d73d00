import { useLocale, useTranslations } from 'next-intl';
import { EndBooking } from '@/components/booking/end-booking';
import { PageLink } from '@/components/layout/page-link';
import { buttonStyles } from '@/components/ui/button';
import { formatMoney } from '@/components/ui/money-format';
import { formatInstant } from '@/lib/i18n/time-format';
import { cancelBookingAction, withdrawProposalAction } from '@/lib/booking/actions';
import type { BookingView } from '@/lib/booking/types';
import { priceOf } from './booking-facts';
import { RequestAnswers } from './request-item';

type SessionActionsProps = {
  booking: BookingView;
  canEnter: boolean;
  canCancel: boolean;
  canMove: boolean;
  /** Whether the reader has the client's file. */
  hasFile: boolean;
  zone: string;
};

/** What the provider can do with a session now. */
export function SessionActions(props: SessionActionsProps) {
  const { booking, canEnter, canCancel, canMove, hasFile, zone } = props;
  const t = useTranslations('practice');
  const move = useTranslations('reschedule');
  const locale = useLocale();
  const { id: bookingId } = booking;
  const isOnline = booking.channel !== 'in_person';
  const amount = formatMoney(priceOf(booking), locale);
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Waiting booking={booking} zone={zone} />
      {canEnter && (
        <PageLink
          to={{ pathname: '/session/[bookingId]', params: { bookingId } }}
          className={buttonStyles({})}
        >
          {t('detail.enter')}
        </PageLink>
      )}
      {canMove && (
        <PageLink
          to={{ pathname: '/practice/appointments/[bookingId]/reschedule', params: { bookingId } }}
          className={buttonStyles({ variant: 'secondary' })}
        >
          {move('move')}
        </PageLink>
      )}
      {canCancel && (
        <EndBooking
          bookingId={bookingId}
          action={cancelBookingAction}
          label={t('detail.cancel')}
          consequence={booking.priceAmount > 0 ? t('detail.cancelText', { amount }) : t('detail.cancelFree')}
          reasonLabel={t('requests.reason')}
        />
      )}
      {hasFile && (
        <PageLink
          to={{ pathname: '/practice/clients/[clientId]', params: { clientId: booking.clientId } }}
          className={buttonStyles({ variant: 'secondary' })}
        >
          {t('detail.file')}
        </PageLink>
      )}
      {canCancel && !canEnter && isOnline && (
        <p className="basis-full text-sm text-ink-3">{t('detail.entry')}</p>
      )}
    </div>
  );
}

/** What can be done with a request, or with one's own proposal. */
function Waiting({ booking, zone }: { booking: BookingView; zone: string }) {
  const t = useTranslations('practice');
  const locale = useLocale();
  const { id: bookingId, startsAt, client } = booking;
  return (
    <>
      {booking.status === 'pending' && (
        <RequestAnswers
          bookingId={bookingId}
          name={client.name}
          date={formatInstant(startsAt, { locale, zone, style: 'dateTime' })}
        />
      )}
      {booking.status === 'proposed' && (
        <EndBooking
          bookingId={bookingId}
          action={withdrawProposalAction}
          label={t('detail.withdraw')}
          consequence={t('detail.withdrawText')}
          reasonLabel={t('requests.reason')}
        />
      )}
    </>
  );
}
