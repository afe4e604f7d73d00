import { Video } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import { Instant, Span } from '@/components/ui/instant';
import { Avatar } from '@/components/ui/portrait';
import { formatRelative } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import { isCheckInOpen } from '@/lib/booking/rules/outcome';
import type { BookingView } from '@/lib/booking/types';
import { advisorOf } from '@/lib/booking/view-for-client';

type NextSessionProps = { booking: BookingView; zone: string; now: Date };

/** The session that comes next: with whom, when, how long until then, and the way in once it is open. */
export function NextSession({ booking, zone, now }: NextSessionProps) {
  const t = useTranslations('appointments');
  const tChannel = useTranslations('booking.summary.channels');
  const locale = useLocale();
  const href = useHref();
  const { id: bookingId, startsAt, endsAt } = booking;
  const canEnter = isCheckInOpen(booking, now);
  const isUnderWay = startsAt <= now;
  return (
    <section
      aria-labelledby="next-session"
      className="grid gap-6 rounded-2xl bg-pine p-[clamp(1.25rem,1rem+1.2vw,2rem)] text-on-pine"
    >
      <div className="flex items-center gap-4.5">
        <Avatar of={advisorOf(booking)} size="lg" />
        <div className="grid min-w-0 gap-1">
          <h2 id="next-session" className="font-serif text-h2">
            {t('detail.title', { name: booking.provider.displayName })}
          </h2>
          <p className="text-sm text-on-pine-2 first-letter:uppercase">
            <Instant at={startsAt} zone={zone} style="longDate" />,{' '}
            <Span start={startsAt} end={endsAt} zone={zone} /> ({zoneName(zone, locale)}),{' '}
            {tChannel(booking.channel)}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4 border-t border-on-pine/25 pt-5">
        <p className="font-serif text-h3">
          {isUnderWay ? t('home.now') : formatRelative(startsAt, now, locale)}
        </p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink
            href={href({ pathname: '/appointments/[bookingId]', params: { bookingId } })}
            variant="paperLine"
          >
            {t('home.details')}
          </ButtonLink>
          {canEnter && (
            <ButtonLink
              href={href({ pathname: '/session/[bookingId]', params: { bookingId } })}
              variant="paper"
              icon={Video}
            >
              {t('actions.enter')}
            </ButtonLink>
          )}
        </div>
      </div>
    </section>
  );
}
