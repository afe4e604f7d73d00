import { CalendarClock, Timer } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { RescheduleAnswers } from '@/components/booking/reschedule-banner';
import { PageLink } from '@/components/layout/page-link';
import { Icon } from '@/components/ui/icon';
import { Instant } from '@/components/ui/instant';
import { Avatar } from '@/components/ui/portrait';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import type { BookingView } from '@/lib/booking/types';
import { clientOf, clientZoneOf, titleOf } from './booking-facts';

/** A session that its client wants to move: from when to when, how long there is to answer, and the two answers. */
export function MoveRequest({ booking, zone }: { booking: BookingView; zone: string }) {
  const t = useTranslations('practice.requests');
  const locale = useLocale();
  const { id: bookingId, startsAt, client, reschedules } = booking;
  const [move] = reschedules;
  if (!move) return null;
  const written = (at: Date, inZone = zone) => formatInstant(at, { locale, zone: inZone, style: 'dateTime' });
  const clientZone = clientZoneOf(booking);
  const isElsewhere = zoneOffsetLabel(clientZone, move.startsAt) !== zoneOffsetLabel(zone, move.startsAt);
  return (
    <article className="grid gap-3.5">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5">
        <Avatar of={clientOf(booking)} />
        <div className="grid min-w-0 wrap-anywhere">
          <PageLink
            to={{ pathname: '/practice/appointments/[bookingId]', params: { bookingId } }}
            className="w-fit font-semibold hover:underline"
          >
            {client.name}
          </PageLink>
          <span className="text-sm text-ink-2">{titleOf(booking, locale)}</span>
          <span className="flex items-center gap-1.5 text-sm font-medium">
            <Icon of={CalendarClock} size="sm" />
            {t('move')}
          </span>
          <span className="text-sm text-ink-3 line-through">
            <Instant at={startsAt} zone={zone} />
          </span>
          <span className="text-sm font-medium">
            <Instant at={move.startsAt} zone={zone} />
          </span>
          {isElsewhere && (
            <span className="tnum text-xs text-ink-3">
              {t('theirTime', {
                time: written(move.startsAt, clientZone),
                name: client.name,
                zone: zoneName(clientZone, locale),
              })}
            </span>
          )}
        </div>
      </div>
      {move.message && (
        <blockquote className="font-serif text-md text-ink-2 italic">{move.message}</blockquote>
      )}
      <p className="flex items-start gap-2 text-xs text-warm-ink">
        <Icon of={Timer} size="sm" className="mt-0.5" />
        {t('answerBy', { date: written(move.heldUntil) })}
      </p>
      <div className="flex flex-wrap items-start gap-2.5">
        <RescheduleAnswers bookingId={bookingId} spoken={`${client.name}, ${written(move.startsAt)}`} />
      </div>
    </article>
  );
}
