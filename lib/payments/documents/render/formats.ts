import { formatInstant, formatSpan } from '@/lib/i18n/time-format';
import type { Words } from '@/lib/i18n/worker';
import { zoneName } from '@/lib/i18n/zone-name';

/** Figures and times as the reader of a document writes them. */
export type Formats = ReturnType<typeof formatsOf>;

export function formatsOf({ locale, format }: Words, zone: string, currency: string) {
  return {
    /** Minor units; all currencies of the product have two decimals. A minus is as wide as a figure. */
    money: (amount: number): string =>
      format.number(amount / 100, { style: 'currency', currency }).replace('-', '\u2212'),
    /** Basis points. */
    percent: (bps: number): string =>
      format.number(bps / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
    /** Whose clocks are meant. */
    place: (of: string): string => zoneName(of, locale),
    date: (instant: Date): string => formatInstant(instant, { locale, zone, style: 'date' }),
    /** `2027-03` as a month and year. */
    month: (month: string): string =>
      formatInstant(new Date(`${month}-15T12:00:00Z`), { locale, zone: 'UTC', style: 'monthYear' }),
    span: ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string => {
      const [start, end] = [new Date(startsAt), new Date(endsAt)];
      const day = formatInstant(start, { locale, zone, style: 'fullDate' });
      return `${day}, ${formatSpan(start, end, { locale, zone })} (${zoneName(zone, locale)})`;
    },
  };
}

/** An address as it was written: a line each, or parts between commas. */
export function linesOf(address: string): string[] {
  const separator = address.includes('\n') ? '\n' : ',';
  return address
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
