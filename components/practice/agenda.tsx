import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { agendaLooks } from '@/components/agenda/agenda-looks';
import { SeatCount } from '@/components/hosting/event-facts';
import { useEventTitle } from '@/components/hosting/event-list';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { StatusChip } from '@/components/ui/chip';
import { Instant, Span, ZoneNote } from '@/components/ui/instant';
import { localDay } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import { postOf } from '@/lib/booking/practice-filter';
import type { BookingView } from '@/lib/booking/types';
import type { OwnEvent } from '@/lib/events/types';
import { publicStatus } from '@/lib/booking/view-for-client';
import { titleOf } from './booking-facts';

type AgendaProps = {
  bookings: readonly BookingView[];
  events: readonly OwnEvent[];
  today: string;
  now: Date;
  zone: string;
};

type Row = { startsAt: Date } & ({ booking: BookingView } | { event: OwnEvent });

/** Bookings and events in order, by their local day. */
function groupByDay({ bookings, events, zone }: Omit<AgendaProps, 'today' | 'now'>): [string, Row[]][] {
  const rows: Row[] = [
    ...bookings.map((booking) => ({ startsAt: booking.startsAt, booking })),
    ...events.map((event) => ({ startsAt: event.startsAt, event })),
  ];
  const days = new Map<string, Row[]>();
  for (const row of rows.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const day = localDay(row.startsAt, zone);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days];
}

/** Today and the days after, one block a day: sessions solid, requests and proposals dashed, events warm. */
export function Agenda({ bookings, events, today, now, zone }: AgendaProps) {
  const t = useTranslations('practice.agenda');
  const locale = useLocale();
  const days = groupByDay({ bookings, events, zone });
  return (
    <Card>
      <CardHead heading={t('heading')}>
        <span className="me-auto text-sm text-ink-3">{t('days')}</span>
        <PageLink to="/practice/appointments" className="link text-sm">
          {t('all')}
        </PageLink>
      </CardHead>
      <div className="grid gap-5 px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        {days.length === 0 && <p className="text-sm text-ink-2">{t('empty')}</p>}
        {days.map(([day, ofDay]) => (
          <section key={day} className="grid gap-2 md:grid-cols-[8.5rem_minmax(0,1fr)] md:gap-5">
            <h3 className="text-sm font-semibold first-letter:uppercase md:pt-3">
              {day === today ? (
                t('today')
              ) : (
                <Instant at={ofDay[0]?.startsAt ?? now} zone={zone} style="weekdayDate" />
              )}
            </h3>
            <ul className="grid gap-2">
              {ofDay.map((row) =>
                'event' in row ? (
                  <li key={row.event.id}>
                    <EventEntry event={row.event} zone={zone} now={now} />
                  </li>
                ) : (
                  <li key={row.booking.id}>
                    <Entry booking={row.booking} zone={zone} now={now} />
                  </li>
                ),
              )}
            </ul>
          </section>
        ))}
        <ZoneNote>{t('zone', { zone: zoneName(zone, locale), offset: zoneOffsetLabel(zone, now) })}</ZoneNote>
      </div>
    </Card>
  );
}

const entryLook =
  'grid grid-cols-[6.75rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5 rounded-md border border-s-3 px-3.5 py-2.5 text-sm';

function EventEntry({ event, zone, now }: { event: OwnEvent; zone: string; now: Date }) {
  const titleOf = useEventTitle();
  const { id: eventId, startsAt, endsAt, post } = event;
  return (
    <PageLink
      to={{ pathname: '/practice/events/[eventId]', params: { eventId } }}
      className={clsx(entryLook, agendaLooks[endsAt <= now ? 'over' : 'event'])}
    >
      <Span start={startsAt} end={endsAt} zone={zone} className="font-semibold" />
      <b className="min-w-0 font-semibold">{titleOf(event)}</b>
      <span className="col-start-2 min-w-0 text-xs">
        <SeatCount event={event} />
        {post && (
          <span className="block">
            {post.host}, {post.provider}
          </span>
        )}
      </span>
    </PageLink>
  );
}

function Entry({ booking, zone, now }: { booking: BookingView; zone: string; now: Date }) {
  const t = useTranslations('practice');
  const locale = useLocale();
  const status = publicStatus(booking);
  const isPending = booking.status === 'pending' || booking.status === 'proposed';
  const isOver = booking.endsAt <= now;
  const isRunning = booking.status === 'accepted' && booking.startsAt <= now && !isOver;
  return (
    <PageLink
      to={{ pathname: '/practice/appointments/[bookingId]', params: { bookingId: booking.id } }}
      className={clsx(
        entryLook,
        isPending && 'border-dashed border-pending text-pending hover:bg-pending-soft',
        !isPending && isOver && 'border-line text-ink-3 hover:text-ink',
        !isPending &&
          !isOver &&
          'border-accent-line border-s-accent bg-accent-soft text-accent-ink hover:border-accent',
      )}
    >
      <Span start={booking.startsAt} end={booking.endsAt} zone={zone} className="font-semibold" />
      <span className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3">
        <b className="font-semibold">{booking.client.name}</b>
        <span className="text-xs">
          {isRunning && t('agenda.now')}
          {isPending && t(booking.status === 'proposed' ? 'agenda.proposed' : 'agenda.toConfirm')}
          {isOver && status && <StatusChip status={status} />}
        </span>
      </span>
      <span className="col-start-2 min-w-0 text-xs">
        {titleOf(booking, locale)}, {t(`channels.${booking.channel}`)}
        {postOf(booking) && <span className="block">{postOf(booking)}</span>}
      </span>
    </PageLink>
  );
}
