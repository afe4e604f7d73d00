import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { Instant, Span } from '@/components/ui/instant';
import type { OwnEvent } from '@/lib/events/types';
import { MinimumWords, SeatCount, StageChip } from './event-facts';
import { useEventTitle } from './event-list';

/** The event that comes next; nothing when none lies ahead. */
export function NextEvent({ event, zone, now }: { event: OwnEvent | undefined; zone: string; now: Date }) {
  const t = useTranslations('hosting.next');
  const titleOf = useEventTitle();
  if (!event) return null;
  return (
    <Card>
      <CardHead heading={t('heading')}>
        <PageLink to="/practice/events" className="link text-sm">
          {t('all')}
        </PageLink>
      </CardHead>
      <div className="grid justify-items-start gap-2 px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        <PageLink
          to={{ pathname: '/practice/events/[eventId]', params: { eventId: event.id } }}
          className="font-semibold hover:text-accent-ink"
        >
          {titleOf(event)}
        </PageLink>
        <p className="text-sm first-letter:uppercase">
          <Instant at={event.startsAt} zone={zone} style="weekdayDate" />,{' '}
          <Span start={event.startsAt} end={event.endsAt} zone={zone} />
        </p>
        <p className="text-sm text-ink-2">
          <SeatCount event={event} /> · <MinimumWords event={event} />
        </p>
        <StageChip event={event} now={now} />
      </div>
    </Card>
  );
}
