import { useLocale, useTranslations } from 'next-intl';
import { Span } from '@/components/ui/instant';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';

type WhenBlockProps = {
  start: Date;
  end: Date;
  clientZone: string;
  advisorZone: string;
  advisorName: string;
};

/** A leaf of the calendar and the time on both clocks; one clock when they agree. */
export function WhenBlock({ start, end, clientZone, advisorZone, advisorName }: WhenBlockProps) {
  const t = useTranslations('booking.when');
  const locale = useLocale();
  const isSame = zoneOffsetLabel(clientZone, start) === zoneOffsetLabel(advisorZone, start);
  const written = (style: 'month' | 'day' | 'weekday') =>
    formatInstant(start, { locale, zone: clientZone, style });
  return (
    <div className="flex items-center gap-4.5">
      <time
        dateTime={start.toISOString()}
        aria-label={formatInstant(start, { locale, zone: clientZone, style: 'longDate' })}
        className="grid flex-none justify-items-center rounded-md border border-line px-3 py-2"
      >
        <span className="text-2xs font-medium text-warm-ink">{written('month')}</span>
        <b className="font-serif text-[1.75rem] leading-[1.1] font-regular lining-nums">{written('day')}</b>
        <span className="text-2xs text-ink-3">{written('weekday')}</span>
      </time>
      <dl className="grid min-w-0 flex-1 gap-2 text-sm">
        <div>
          <dt className="text-ink-3">{t('yours', { zone: zoneName(clientZone, locale) })}</dt>
          <dd>
            <Span start={start} end={end} zone={clientZone} className="font-semibold" />
          </dd>
        </div>
        {!isSame && (
          <div>
            <dt className="text-ink-3">
              {t('theirs', { name: advisorName, zone: zoneName(advisorZone, locale) })}
            </dt>
            <dd>
              <Span start={start} end={end} zone={advisorZone} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
