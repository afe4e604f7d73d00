import { rangeField, weekList } from '@/lib/availability/rules/hours-form';
import type { DayRange, WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { type Channel, channels } from '@/lib/availability/rules/terms';
import { formatTimeOfDay, parseRange } from '@/lib/availability/rules/weekly-ranges';
import { writePrice } from '@/lib/shared/price';
import { type Weekday, weekdays } from '@/lib/shared/calendar';

/** A range as it stands in a form, empty where the service's terms hold; the key tells rows apart while they move. */
export type Row = { key: string; start: string; end: string; price: string; channels: readonly Channel[] };
export type WeekRows = Readonly<Record<Weekday, readonly Row[]>>;

const dayMinutes = 24 * 60;
let newRows = 0;

export function newRow(times: { start: string; end: string }): Row {
  return { key: `new-${(newRows += 1)}`, price: '', channels: [], ...times };
}

export const copyOf = (row: Row): Row => ({ ...row, key: newRow(row).key });

export function forEachDay(rowsOf: (weekday: Weekday) => readonly Row[]): WeekRows {
  const [one, two, three, four, five, six, seven] = weekdays.map(rowsOf);
  return {
    1: one ?? [],
    2: two ?? [],
    3: three ?? [],
    4: four ?? [],
    5: five ?? [],
    6: six ?? [],
    7: seven ?? [],
  };
}

/** The browser's time field knows no 24:00; as an end 00:00 means the same. */
export const written = (minute: number) => formatTimeOfDay(minute % dayMinutes);

const decimalMarkOf = (locale: string) => (locale === 'en' ? '.' : ',');

export function rowsOfRanges(ranges: readonly DayRange[], locale: string): Row[] {
  return ranges.map(({ startMinute, endMinute, terms }) => ({
    ...newRow({ start: written(startMinute), end: written(endMinute) }),
    price: terms?.priceAmount === undefined ? '' : writePrice(terms.priceAmount, decimalMarkOf(locale)),
    channels: terms?.channels ?? [],
  }));
}

export function rowsOfWeek(week: readonly WeeklyRange[], locale: string): WeekRows {
  return forEachDay((weekday) =>
    rowsOfRanges(
      week.filter((range) => range.weekday === weekday),
      locale,
    ),
  );
}

type Typed = Readonly<Record<string, string>>;

/** The rows of a list as they were sent, when the form came back. */
export function rowsOfForm(values: Typed, list: string): Row[] {
  const rows: Row[] = [];
  for (let row = 0; rangeField(list, row, 'start') in values; row += 1) {
    const read = (part: 'start' | 'end' | 'price') => values[rangeField(list, row, part)] ?? '';
    const ticked = (values[`${rangeField(list, row, 'channels')}[]`] ?? '').split('\n');
    const sent = {
      ...newRow({ start: read('start'), end: read('end') }),
      price: read('price'),
      channels: channels.filter((channel) => ticked.includes(channel)),
    };
    if (sent.start || sent.end) rows.push(sent);
  }
  return rows;
}

/** The same of the whole week; nothing when it was not sent. */
export function weekOfForm(values: Typed): WeekRows | undefined {
  if (!Object.keys(values).some((name) => name.startsWith('day-'))) return undefined;
  return forEachDay((weekday) => rowsOfForm(values, weekList(weekday)));
}

/** The fields under which a week is sent, as its list does. */
export function weekFields(rows: WeekRows): [name: string, value: string][] {
  return weekdays.flatMap((weekday) =>
    rows[weekday].flatMap((row, index): [string, string][] => {
      const name = (part: 'start' | 'end' | 'price' | 'channels') =>
        rangeField(weekList(weekday), index, part);
      return [
        [name('start'), row.start],
        [name('end'), row.end],
        [name('price'), row.price],
        ...row.channels.map((channel): [string, string] => [`${name('channels')}[]`, channel]),
      ];
    }),
  );
}

/** Minutes of a row that makes a range; midnight to midnight is the whole day. */
export function minutesOf({ start, end }: Pick<Row, 'start' | 'end'>): DayRange | undefined {
  const range = parseRange(start, end === '00:00' && start === end ? '24:00' : end);
  return range.ok ? range.value : undefined;
}

/** The ranges that the rows make; rows that are not finished make none. */
export function weekOfRows(rows: WeekRows): WeeklyRange[] {
  return weekdays.flatMap((weekday) =>
    rows[weekday].flatMap((row) => {
      const range = minutesOf(row);
      return range ? [{ weekday, ...range }] : [];
    }),
  );
}
