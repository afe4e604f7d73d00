import { Lock, Ticket, UsersRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Chip, LanguageTags } from '@/components/ui/chip';
import { Instant, Span } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { Avatar } from '@/components/ui/portrait';
import type { EventCardView } from './event-view';

const looks = {
  left: { icon: Ticket, className: 'bg-tint text-ink-2' },
  last: { icon: Ticket, className: 'bg-warm-soft text-warm-ink' },
  full: { icon: UsersRound, className: 'bg-tint text-ink-2' },
  closed: { icon: Lock, className: 'bg-tint text-ink-2' },
} as const;

function Seats({ seats }: { seats: NonNullable<EventCardView['seats']> }) {
  const t = useTranslations('events.card');
  const words = {
    left: 'count' in seats && t('seatsLeft', { count: seats.count }),
    last: 'count' in seats && t('lastSeats', { count: seats.count }),
    full: t('full'),
    closed: t('closed'),
  };
  return <Chip {...looks[seats.kind]}>{words[seats.kind]}</Chip>;
}

type EventCardProps = {
  event: EventCardView;
  /** On whose clocks the time is written. */
  zone: string;
  /** The day stands in the card itself, not above it. */
  isDated?: boolean;
  /** The host stands around the card. */
  isHostKnown?: boolean;
};

/** One event of a list: what and when, who hosts it, what it costs, how many seats are left. */
export function EventCard({ event, zone, isDated = false, isHostKnown = false }: EventCardProps) {
  const t = useTranslations('events.card');
  const locale = useLocale();
  return (
    <li className="card grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-3 p-4.5 md:grid-cols-[10rem_minmax(0,1fr)_auto] md:gap-x-5.5">
      <a href={event.href} tabIndex={-1} aria-hidden="true" className="self-start">
        <img
          src={event.cover}
          alt=""
          width={320}
          height={224}
          loading="lazy"
          className="aspect-square w-full rounded-lg object-cover [filter:var(--picture-filter)] md:aspect-[1.43]"
        />
      </a>
      <div className="grid min-w-0 content-start gap-2 wrap-anywhere">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-2">
          <span>
            {isDated && (
              <>
                <Instant at={event.start} zone={zone} style="weekdayDate" />,{' '}
              </>
            )}
            <Span start={event.start} end={event.end} zone={zone} className="font-semibold text-ink" />
          </span>
          <LanguageTags languages={[event.language]} />
        </p>
        <h3
          className="font-serif text-h3 font-medium"
          lang={event.textLocale === locale ? undefined : event.textLocale}
        >
          <a href={event.href} className="hover:text-accent-ink">
            {event.title}
          </a>
        </h3>
        {!isHostKnown && (
          <p className="flex items-center gap-2.5 text-sm">
            <Avatar of={event.host} size="xs" />
            <a href={event.hostHref} className="min-w-0 py-0.5 text-ink-2 hover:text-accent-ink">
              {t('with', { name: event.host.name })}
            </a>
          </p>
        )}
      </div>
      <p className="col-span-full flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3 md:col-span-1 md:grid md:content-start md:justify-items-end md:border-0 md:pt-0">
        <b className="font-semibold">
          {event.price.amount === 0 ? t('free') : <Money value={event.price} short />}
        </b>
        {event.seats && <Seats seats={event.seats} />}
      </p>
    </li>
  );
}
