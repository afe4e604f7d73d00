import { CalendarDays, Clock, Languages, Video } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { VerifiedBadge } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Instant, Span } from '@/components/ui/instant';
import { Avatar } from '@/components/ui/portrait';
import { zoneName } from '@/lib/i18n/zone-name';
import type { EventView } from './event-view';
import { ReaderTime } from './reader-time';

function Fact({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="flex min-w-0 items-start gap-2.5">
      <Icon of={icon} className="mt-0.5 text-ink-3" />
      <span className="min-w-0">{children}</span>
    </li>
  );
}

/** When on both clocks, how long, in which language, where. */
function Facts({ event }: { event: EventView }) {
  const t = useTranslations('events.page');
  const locale = useLocale();
  return (
    <ul className="grid gap-2 text-sm leading-5.5 text-ink-2">
      <Fact icon={CalendarDays}>
        <span className="block text-ink">
          <span className="inline-block font-semibold first-letter:uppercase">
            <Instant at={event.start} zone={event.zone} style="fullDate" />
          </span>
          , <Span start={event.start} end={event.end} zone={event.zone} className="font-semibold" /> (
          {zoneName(event.zone, locale)})
        </span>
        <ReaderTime
          start={event.start.toISOString()}
          end={event.end.toISOString()}
          zone={event.zone}
          locale={locale}
          labels={{ yours: String(t.raw('yours')), same: t('same') }}
        />
      </Fact>
      <Fact icon={Clock}>{t('minutes', { count: event.minutes })}</Fact>
      <Fact icon={Languages}>{event.language.name}</Fact>
      <Fact icon={Video}>{t('online')}</Fact>
    </ul>
  );
}

/** Cover, title, host and the facts before anything else. */
export function EventHead({ event }: { event: EventView }) {
  const t = useTranslations('events.page');
  const tCard = useTranslations('events.card');
  const locale = useLocale();
  return (
    <section className="grid gap-6 wrap-anywhere">
      <img
        src={event.cover}
        alt=""
        width={800}
        height={350}
        fetchPriority="high"
        className="aspect-[16/7] w-full rounded-2xl object-cover [filter:var(--picture-filter)]"
      />
      <h1 className="font-serif text-h1" lang={event.textLocale === locale ? undefined : event.textLocale}>
        {event.title}
      </h1>
      <div className="flex items-center gap-3">
        <Avatar of={event.host} size="lg" />
        <div className="grid min-w-0 justify-items-start">
          <a href={event.hostHref} className="link py-0.5 font-semibold">
            {tCard('with', { name: event.host.name })}
          </a>
          {event.heldBy && <span className="text-sm text-ink-2">{t('heldBy', { name: event.heldBy })}</span>}
          {event.isVerified && <VerifiedBadge>{t('verified')}</VerifiedBadge>}
        </div>
      </div>
      <Facts event={event} />
    </section>
  );
}
