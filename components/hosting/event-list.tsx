import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { useHref } from '@/components/layout/use-href';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Instant, Span } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { TabLinks } from '@/components/ui/tab-links';
import { coverAddress } from '@/lib/events/rules/covers';
import { shownEventText } from '@/lib/events/rules/texts';
import type { OwnEvent } from '@/lib/events/types';
import { formatInstant } from '@/lib/i18n/time-format';
import { MinimumWords, SeatCount, StageChip } from './event-facts';

/** What is written or lies ahead, and what is over. */
export function EventTabs({ current }: { current: 'upcoming' | 'past' }) {
  const t = useTranslations('hosting');
  const href = useHref();
  const past = href({ pathname: '/practice/events', query: { view: 'past' } });
  return (
    <TabLinks
      label={t('tabs')}
      links={[
        { href: href('/practice/events'), label: t('upcoming'), current: current === 'upcoming' },
        { href: past, label: t('past'), current: current === 'past' },
      ]}
    />
  );
}

type EventListProps = { heading?: string; events: readonly OwnEvent[]; zone: string; now: Date };

/** Events of the practice, each one click from its page; nothing when there are none. */
export function EventList({ heading, events, zone, now }: EventListProps) {
  if (events.length === 0) return null;
  return (
    <Card>
      {heading && <CardHead heading={heading} />}
      <CardList className={heading ? 'border-t border-line' : ''}>
        {events.map((event) => (
          <li key={event.id}>
            <EventRow event={event} zone={zone} now={now} />
          </li>
        ))}
      </CardList>
    </Card>
  );
}

type EventRowProps = { event: OwnEvent; zone: string; now: Date };

/** The title in the reader's language. */
export function useEventTitle(): (event: Pick<OwnEvent, 'texts' | 'mainLocale'>) => string {
  const t = useTranslations('hosting');
  const locale = useLocale();
  return ({ texts, mainLocale }) => shownEventText(texts, locale, mainLocale).title || t('untitled');
}

function EventRow({ event, zone, now }: EventRowProps) {
  const t = useTranslations('hosting');
  const titleOf = useEventTitle();
  const { id: eventId, startsAt, endsAt, price, post } = event;
  return (
    <PageLink
      to={{ pathname: '/practice/events/[eventId]', params: { eventId } }}
      className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 rounded-sm hover:text-accent-ink sm:grid-cols-[auto_minmax(0,1fr)_auto]"
    >
      <img
        src={coverAddress(event.cover)}
        alt=""
        width={72}
        height={56}
        className="h-14 w-18 self-start rounded-lg object-cover [filter:var(--picture-filter)]"
      />
      <span className="grid min-w-0 gap-0.5 wrap-anywhere">
        <b className="font-semibold">{titleOf(event)}</b>
        <span className="text-sm">
          <Instant at={startsAt} zone={zone} style={startsAt > now ? 'weekdayDate' : 'date'} />,{' '}
          <Span start={startsAt} end={endsAt} zone={zone} />
        </span>
        <span className="text-sm text-ink-2">
          <SeatCount event={event} /> · <MinimumWords event={event} />
        </span>
        {event.status === 'published' && startsAt > now && <Deadline event={event} zone={zone} now={now} />}
        {post && (
          <span className="text-sm text-ink-2">
            {post.host}, {post.provider}
          </span>
        )}
      </span>
      <span className="grid justify-items-start gap-1.5 max-sm:col-start-2 sm:justify-items-end">
        <StageChip event={event} now={now} />
        <span className="text-sm text-ink-2">{price.amount === 0 ? t('free') : <Money value={price} />}</span>
      </span>
    </PageLink>
  );
}

function Deadline({ event: { bookUntil }, zone, now }: EventRowProps) {
  const t = useTranslations('hosting');
  const date = formatInstant(bookUntil, { locale: useLocale(), zone, style: 'dateTime' });
  return (
    <span className="text-sm text-ink-3">
      {bookUntil > now ? t('bookUntil', { date }) : t('wasOpenUntil', { date })}
    </span>
  );
}
