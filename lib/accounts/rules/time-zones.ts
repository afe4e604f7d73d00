import { isZone, zoneOffsetMinutes } from '@/lib/shared/time';

/** A zone to choose, with the minutes that its clocks are ahead of UTC now. */
export type ZoneChoice = { readonly id: string; readonly offsetMinutes: number };

/** Names of the runtime that IANA has replaced; browsers still report them. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The IANA name in use today of a zone that a browser reports; null when we keep no such zone. */
export function canonicalZone(id: string): string | null {
  if (!isZone(id)) return null;
  return /^Etc\/(UTC|GMT|UCT|Zulu|Universal|Greenwich)$/i.test(id) || id === 'GMT'
    ? 'UTC'
    : (renamed[id] ?? id);
}

/** The zones by place, ordered by their clocks at `now`, then by name. */
export function zoneChoices(now: Date): readonly ZoneChoice[] {
  const ids = new Set(Intl.supportedValuesOf('timeZone').map((id) => renamed[id] ?? id));
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
