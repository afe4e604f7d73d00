'use client';

import { useEffect, useState } from 'react';
import { FormSelect } from '@/components/ui/action-form';
import type { Option } from '@/components/ui/input';
import { currentZoneName } from '@/lib/accounts/rules/zone-names';
import { browserZone } from './browser-zone';

type TimeZoneFieldProps = { label: string; options: readonly Option[]; chosen: string | null };

/** A zone, as long as none is chosen the browser's: it is offered here and never stored without being sent. */
export function TimeZoneField({ label, options, chosen }: TimeZoneFieldProps) {
  const [zone, setZone] = useState(chosen ? currentZoneName(chosen) : '');
  useEffect(() => {
    if (chosen) return;
    const timeZone = browserZone();
    if (options.some((option) => option.value === timeZone)) setZone(timeZone);
  }, [chosen, options]);
  return (
    <FormSelect
      name="timeZone"
      label={label}
      options={options}
      placeholder="…"
      value={zone}
      onChange={(event) => setZone(event.target.value)}
      required
    />
  );
}
