import { formatInstant, formatSpan, localDay } from '@/lib/i18n/time-format';

/** From when to when: "Fri 11 Dec, 12:30–14:15", and with both days where it lasts beyond one. */
export function writtenSpan(
  { start, end }: { start: Date; end: Date },
  options: { locale: string; zone: string },
): string {
  if (localDay(start, options.zone) !== localDay(end, options.zone)) {
    const written = (at: Date) => formatInstant(at, { ...options, style: 'dateTime' });
    return `${written(start)} – ${written(end)}`;
  }
  return `${formatInstant(start, { ...options, style: 'weekdayDate' })}, ${formatSpan(start, end, options)}`;
}
