import { isZone, zoneName, zoneOffsetMinutes } from '@/lib/shared/time';
import { currentZoneName } from './zone-names';

/** A zone to choose, with the minutes that its clocks are ahead of UTC now. */
export type ZoneChoice = { readonly id: string; readonly offsetMinutes: number };

/** The IANA name in use today of a zone that a browser reports; null when we keep no such zone. */
export function canonicalZone(id: string): string | null {
  const name = zoneName(id);
  return name === undefined ? null : currentZoneName(name);
}

/** The zones by place, ordered by their clocks at `now`, then by name. */
export function zoneChoices(now: Date): readonly ZoneChoice[] {
  const ids = new Set(Intl.supportedValuesOf('timeZone').map(currentZoneName));
  return [...ids]
    .filter((id) => id.includes('/') && !id.startsWith('Etc/') && isZone(id))
    .map((id) => ({ id, offsetMinutes: zoneOffsetMinutes(id, now) }))
    .sort((a, b) => a.offsetMinutes - b.offsetMinutes || (a.id < b.id ? -1 : 1));
}

/**
 * Fixed offsets for those who prefer one, from UTC−12:00 to UTC+14:00 by half hours, and the quarter hours
 * that some country keeps. UTC itself is written `UTC`.
 */
export const fixedOffsetChoices: readonly ZoneChoice[] = makeFixedOffsets();

function makeFixedOffsets(): ZoneChoice[] {
  const offsets = new Set([345, 525, 765]);
  for (let minutes = -12 * 60; minutes <= 14 * 60; minutes += 30) offsets.add(minutes);
  return [...offsets]
    .sort((a, b) => a - b)
    .map((offsetMinutes) => ({ id: fixedZoneId(offsetMinutes), offsetMinutes }));
}

function fixedZoneId(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC';
  const size = Math.abs(offsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}
