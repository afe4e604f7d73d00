'use client';

import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';

type PanelZonesProps = { at: Date; locale: string; zones: readonly { label: string; zone: string }[] };

/** The picked time on both clocks; one line when both are the same. */
export function PanelZones({ at, locale, zones }: PanelZonesProps) {
  const [reader, advisor] = zones;
  const isSame = reader && advisor && zoneOffsetLabel(reader.zone, at) === zoneOffsetLabel(advisor.zone, at);
  return (
    <dl className="grid gap-0.5 rounded-md bg-sunken px-3.5 py-3 text-xs leading-5">
      {(isSame ? [reader] : zones).map(({ label, zone }) => (
        <div key={label} className="flex flex-wrap justify-between gap-x-3">
          <dt className="text-ink-2">
            {label}, {zoneName(zone, locale)}
          </dt>
          <dd className="tnum text-ink-3">
            <b className="font-semibold text-ink">{formatInstant(at, { locale, zone, style: 'time' })}</b>{' '}
            {zoneOffsetLabel(zone, at)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
