import type { DayRange, WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { channels, type OwnTerms } from '@/lib/availability/rules/terms';
import { parseRange, parseTimeOfDay } from '@/lib/availability/rules/weekly-ranges';
import type { ErrorCode } from '@/lib/shared/errors';
import { parsePrice } from '@/lib/shared/price';
import { ok, type Result } from '@/lib/shared/result';
import { type Weekday, weekdays } from '@/lib/shared/calendar';

/** What was wrong in the form, by the name of its field. */
export type HoursFormError = { field: string; code: ErrorCode };

type Part = 'start' | 'end' | 'price' | 'channels';

/** The ranges of one day of the calendar; those of weekdays see `weekField`. */
export const dateRanges = 'range';

/** The name of a field of a list of ranges: the list, the row, and which part of it. */
export function rangeField(list: string, row: number, part: Part): string {
  return `${list}-${row}-${part}`;
}

/** The name of a field of the week; Monday is 1. */
export function weekField(weekday: Weekday, row: number, part: Part): string {
  return rangeField(weekList(weekday), row, part);
}

export const weekList = (weekday: Weekday): string => `day-${weekday}`;

const maxRows = 12;

type Fields = Readonly<Record<string, unknown>>;
type Read<T> = { ranges: T[]; errors: HoursFormError[] };

/**
 * Ranges as a form sends them, rows of two times with a price and ways to meet of their own where these are given. A row
 * without times is not there; one with only one time, or times that are none, is named by its field. Midnight to midnight
 * is the whole day.
 */
export function readRanges(fields: Fields, list: string): Read<DayRange> {
  const ranges: DayRange[] = [];
  const errors: HoursFormError[] = [];
  const read = (name: string) => {
    const text = fields[name];
    return typeof text === 'string' ? text.trim() : '';
  };
  for (let row = 0; row <= maxRows; row += 1) {
    const field = (part: Part) => rangeField(list, row, part);
    const [start, end] = [read(field('start')), read(field('end'))];
    if (start === '' && end === '') continue;
    const range = parseRange(start, end === '00:00' && start === end ? '24:00' : end);
    const terms = readTerms(read(field('price')), fields[field('channels')]);
    if (!range.ok) errors.push({ field: field(wrongEnd(start)), code: range.error.code });
    if (!terms.ok) errors.push({ field: field('price'), code: terms.error.code });
    if (range.ok && terms.ok) ranges.push(terms.value ? { ...range.value, terms: terms.value } : range.value);
  }
  return { ranges, errors };
}

/** The ranges of a whole week. */
export function readWeekForm(fields: Fields): { week: WeeklyRange[]; errors: HoursFormError[] } {
  const days = weekdays.map((weekday) => ({ weekday, ...readRanges(fields, weekList(weekday)) }));
  return {
    week: days.flatMap(({ weekday, ranges }) => ranges.map((range) => ({ weekday, ...range }))),
    errors: days.flatMap(({ errors }) => errors),
  };
}

function wrongEnd(start: string): 'start' | 'end' {
  const parsed = parseTimeOfDay(start);
  return parsed.ok && parsed.value < 24 * 60 ? 'end' : 'start';
}

/** No price and no way ticked mean those of the service. A price of 0 is one. */
function readTerms(price: string, ticked: unknown): Result<OwnTerms | undefined> {
  const own = channels.filter((channel) => Array.isArray(ticked) && ticked.includes(channel));
  const amount = price === '' ? ok(undefined) : parsePrice(price);
  if (!amount.ok) return amount;
  if (amount.value === undefined && own.length === 0) return ok(undefined);
  return ok({
    ...(amount.value !== undefined && { priceAmount: amount.value }),
    ...(own.length > 0 && { channels: own }),
  });
}
