import clsx from 'clsx';
import { Globe } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { formatInstant, formatRelative, formatSpan, type InstantStyle } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';

type InstantProps = {
  at: Date;
  /** IANA zone or fixed offset "UTC+05:30"; never guessed. */
  zone: string;
  /** "Paris" or "UTC+1" after the time. */
  showZone?: 'name' | 'offset';
  className?: string;
} & ({ style?: InstantStyle } | { style: 'relative'; now: Date });

/** The only way a moment reaches a page: always in a zone that was named by whoever asks. */
export function Instant(props: InstantProps) {
  const { at, zone, showZone, className } = props;
  const locale = useLocale();
  const written =
    props.style === 'relative'
      ? formatRelative(at, { now: props.now, locale, zone })
      : formatInstant(at, { locale, zone, style: props.style ?? 'dateTime' });
  return (
    <time dateTime={at.toISOString()} className={clsx('tnum', className)}>
      {written}
      {showZone === 'name' && ` (${zoneName(zone, locale)})`}
      {showZone === 'offset' && ` ${zoneOffsetLabel(zone, at)}`}
    </time>
  );
}

/** From and to of a session, in one zone. */
export function Span({
  start,
  end,
  zone,
  className,
}: {
  start: Date;
  end: Date;
  zone: string;
  className?: string;
}) {
  const locale = useLocale();
  return (
    <time dateTime={`${start.toISOString()}/${end.toISOString()}`} className={clsx('tnum', className)}>
      {formatSpan(start, end, { locale, zone })}
    </time>
  );
}

/** One line that names the zone in which the times around it are meant. */
export function ZoneNote({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 text-xs text-ink-3">
      <Icon of={Globe} size="sm" className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}

/** Below a list: the clocks on which its times are meant, with their offset at one of them. */
export function ListZone({ zone, at }: { zone: string; at: Date | undefined }) {
  const t = useTranslations('ui');
  const locale = useLocale();
  if (!at) return null;
  return (
    <ZoneNote>{t('listZone', { zone: zoneName(zone, locale), offset: zoneOffsetLabel(zone, at) })}</ZoneNote>
  );
}

type TwoZonesProps = { at: Date; places: readonly { label: string; zone: string }[] };

/** The same moment on the clocks of both sides; the first one is the reader's. */
export function TwoZones({ at, places }: TwoZonesProps) {
  const locale = useLocale();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-3 rounded-md bg-sunken px-3.5 py-3 text-xs leading-5">
      <Icon of={Globe} className="mt-0.5 size-4 text-ink-3" />
      <dl>
        {places.map(({ label, zone }) => (
          <div key={label} className="flex flex-wrap justify-between gap-x-3">
            <dt className="text-ink-2">
              {label}, {zoneName(zone, locale)}
            </dt>
            <dd className="tnum text-ink-3">
              <b className="font-semibold text-ink">
                {formatInstant(at, { locale, zone, style: 'dateTime' })}
              </b>{' '}
              {zoneOffsetLabel(zone, at)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
