import { Video } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import { Instant, Span } from '@/components/ui/instant';
import { Avatar, type Pictured } from '@/components/ui/portrait';
import type { Href } from '@/lib/i18n/page-path';
import { formatRelative } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import { isCheckInOpen } from '@/lib/booking/rules/outcome';
import type { BookingView } from '@/lib/booking/types';
import { advisorOf } from '@/lib/booking/view-for-client';

type NextCardProps = {
  heading: string;
  other: Pictured;
  start: Date;
  end: Date;
  zone: string;
  now: Date;
  /** By video, on site. */
  way: string;
  details: Href;
  /** The way in, once it is open. */
  enter: Href | null;
};

type NextSessionProps = { booking: BookingView; zone: string; now: Date };

/** The session that comes next: with whom, when, how long until then, and the way in once it is open. */
export function NextSession({ booking, zone, now }: NextSessionProps) {
  const t = useTranslations('appointments.detail');
  const tChannel = useTranslations('booking.summary.channels');
  const { id: bookingId, startsAt, endsAt } = booking;
  return (
    <NextCard
      heading={t('title', { name: booking.provider.displayName })}
      other={advisorOf(booking)}
      start={startsAt}
      end={endsAt}
      zone={zone}
      now={now}
      way={tChannel(booking.channel)}
      details={{ pathname: '/appointments/[bookingId]', params: { bookingId } }}
      enter={isCheckInOpen(booking, now) ? { pathname: '/session/[bookingId]', params: { bookingId } } : null}
    />
  );
}

/** What comes next, and how to get there. */
export function NextCard({ heading, other, start, end, zone, now, way, details, enter }: NextCardProps) {
  const t = useTranslations('appointments');
  const locale = useLocale();
  const href = useHref();
  return (
    <section
      aria-labelledby="next-session"
      className="grid gap-6 rounded-2xl bg-pine p-[clamp(1.25rem,1rem+1.2vw,2rem)] text-on-pine"
    >
      <div className="flex items-center gap-4.5">
        <Avatar of={other} size="lg" />
        <div className="grid min-w-0 gap-1 wrap-anywhere">
          <h2 id="next-session" className="font-serif text-h2">
            {heading}
          </h2>
          <p className="text-sm text-on-pine-2 first-letter:uppercase">
            <Instant at={start} zone={zone} style="longDate" />, <Span start={start} end={end} zone={zone} />{' '}
            ({zoneName(zone, locale)}), {way}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4 border-t border-on-pine/25 pt-5">
        <p className="font-serif text-h3">
          {start <= now ? t('home.now') : formatRelative(start, { now, locale, zone })}
        </p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={href(details)} variant="paperLine">
            {t('home.details')}
          </ButtonLink>
          {enter && (
            <ButtonLink href={href(enter)} variant="paper" icon={Video}>
              {t('actions.enter')}
            </ButtonLink>
          )}
        </div>
      </div>
    </section>
  );
}
