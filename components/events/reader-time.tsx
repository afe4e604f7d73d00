'use client';

import { useEffect, useState } from 'react';
import { browserZone } from '@/components/accounts/browser-zone';
import { fill } from '@/components/ui/fill';
import { formatInstant, formatSpan } from '@/lib/i18n/time-format';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';

type ReaderTimeProps = {
  /** Instants as text. */
  start: string;
  end: string;
  /** The host's, in which the time stands above. */
  zone: string;
  locale: string;
  labels: {
    /** "Your time, {zone}: {date}" */
    yours: string;
    same: string;
  };
};

/** The time of an event on the reader's clocks, once their zone is known. */
export function ReaderTime({ start, end, zone, locale, labels }: ReaderTimeProps) {
  const [own, setOwn] = useState<string>();
  useEffect(() => setOwn(browserZone()), []);
  const at = new Date(start);
  const isSame = own && zoneOffsetLabel(own, at) === zoneOffsetLabel(zone, at);
  return (
    <span data-needs-script="" className="block min-h-5.5 text-ink-3 noscript:hidden">
      {own &&
        (isSame
          ? labels.same
          : fill(labels.yours, {
              zone: zoneName(own, locale),
              date: `${formatInstant(at, { locale, zone: own, style: 'weekdayDate' })}, ${formatSpan(at, new Date(end), { locale, zone: own })}`,
            }))}
    </span>
  );
}
