import { Check, Timer } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { EndBooking } from '@/components/booking/end-booking';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import { Avatar } from '@/components/ui/portrait';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import { acceptBookingAction, rejectBookingAction } from '@/lib/booking/actions';
import { postOf } from '@/lib/booking/practice-filter';
import type { BookingView } from '@/lib/booking/types';
import { clientOf, clientZoneOf, priceOf, titleOf } from './booking-facts';

type RequestItemProps = { booking: BookingView; zone: string };

/** One request: who, what, when on both clocks, how long there is to answer, and the two answers. */
export function RequestItem({ booking, zone }: RequestItemProps) {
  const t = useTranslations('practice');
  const locale = useLocale();
  const { startsAt, clientNote, client } = booking;
  const written = (at: Date, inZone: string) =>
    formatInstant(at, { locale, zone: inZone, style: 'dateTime' });
  const clientZone = clientZoneOf(booking);
  const isElsewhere = zoneOffsetLabel(clientZone, startsAt) !== zoneOffsetLabel(zone, startsAt);
  const detail = {
    pathname: '/practice/appointments/[bookingId]',
    params: { bookingId: booking.id },
  } as const;
  return (
    <article className="grid gap-3.5">
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3.5">
        <Avatar of={clientOf(booking)} />
        <div className="grid min-w-0 wrap-anywhere">
          <PageLink to={detail} className="w-fit font-semibold hover:underline">
            {client.name}
          </PageLink>
          <span className="text-sm text-ink-2">
            {titleOf(booking, locale)}, {t(`channels.${booking.channel}`)}
          </span>
          {postOf(booking) && <span className="text-sm text-ink-2">{postOf(booking)}</span>}
          <span className="tnum text-sm font-medium">{written(startsAt, zone)}</span>
          {isElsewhere && (
            <span className="tnum text-xs text-ink-3">
              {t('requests.theirTime', {
                time: written(startsAt, clientZone),
                name: client.name,
                zone: zoneName(clientZone, locale),
              })}
            </span>
          )}
        </div>
        <span className="text-sm font-semibold">
          {booking.priceAmount === 0 ? t('detail.free') : <Money value={priceOf(booking)} />}
        </span>
      </div>
      {clientNote && <blockquote className="font-serif text-md text-ink-2 italic">{clientNote}</blockquote>}
      {booking.answerBy && (
        <p className="flex items-start gap-2 text-xs text-warm-ink">
          <Icon of={Timer} size="sm" className="mt-0.5" />
          {t('requests.answerBy', { date: written(booking.answerBy, zone) })}
        </p>
      )}
      <RequestAnswers bookingId={booking.id} name={client.name} date={written(startsAt, zone)} />
    </article>
  );
}

type RequestAnswersProps = { bookingId: string; name: string; date: string };

/** Yes, or no with a reason if one likes. */
export function RequestAnswers({ bookingId, name, date }: RequestAnswersProps) {
  const t = useTranslations('practice.requests');
  return (
    <div className="flex flex-wrap items-start gap-2.5">
      <ActionForm action={acceptBookingAction} said={t('accepted', { name, date })} className="grid gap-3">
        <input type="hidden" name="bookingId" value={bookingId} />
        <SubmitButton picture={<Icon of={Check} />} aria-label={t('acceptNamed', { name, date })}>
          {t('accept')}
        </SubmitButton>
      </ActionForm>
      <EndBooking
        bookingId={bookingId}
        action={rejectBookingAction}
        label={t('reject')}
        spoken={t('rejectNamed', { name, date })}
        consequence={t('rejectText')}
        reasonLabel={t('reason')}
        said={t('rejected', { name, date })}
      />
    </div>
  );
}
