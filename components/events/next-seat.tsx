import { useLocale, useTranslations } from 'next-intl';
import { NextCard } from '@/components/booking/next-session';
import { hostOf } from '@/lib/events/seats/view-for-client';
import type { ShownSeat } from '@/lib/events/seats/loaders';
import { shownEventText } from '@/lib/events/rules/texts';

type NextSeatProps = ShownSeat & { zone: string; now: Date };

/** The event that comes next, as a session is shown. */
export function NextSeat({ seat: { id: seatId, eventId, event }, state, zone, now }: NextSeatProps) {
  const t = useTranslations('events.card');
  const locale = useLocale();
  return (
    <NextCard
      heading={shownEventText(event.texts, locale, event.mainLocale).title}
      other={hostOf(event.host)}
      start={event.startsAt}
      end={event.endsAt}
      zone={zone}
      now={now}
      way={t('withInSentence', { name: event.host.name })}
      details={{ pathname: '/seats/[seatId]', params: { seatId } }}
      enter={state.canEnter ? { pathname: '/events/[eventId]/room', params: { eventId } } : null}
    />
  );
}
