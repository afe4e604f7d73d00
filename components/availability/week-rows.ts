import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { weekField } from '@/lib/availability/rules/week-form';
import { formatTimeOfDay } from '@/lib/availability/rules/weekly-ranges';
import { type Weekday, weekdays } from '@/lib/shared/time';

/** Two times of a day as they stand in the form; the key tells rows apart while they move. */
export type Row = { key: string; start: string; end: string };
export type WeekRows = Readonly<Record<Weekday, readonly Row[]>>;

function forEachDay(rowsOf: (weekday: Weekday) => Row[]): WeekRows {
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
const written = (minute: number) => formatTimeOfDay(minute % 1440);

export function rowsOfWeek(week: readonly WeeklyRange[]): WeekRows {
  return forEachDay((weekday) =>
    week
      .filter((range) => range.weekday === weekday)
      .map((range, index) => ({
        key: `${weekday}-${index}`,
        start: written(range.startMinute),
        end: written(range.endMinute),
      })),
  );
}

/** The rows as they were sent, when the form came back; nothing when it was not sent. */
export function rowsOfForm(values: Readonly<Record<string, string>>): WeekRows | undefined {
  if (!Object.keys(values).some((name) => name.startsWith('day-'))) return undefined;
  return forEachDay((weekday) => {
    const rows: Row[] = [];
    for (let row = 0; weekField(weekday, row, 'start') in values; row += 1) {
      const start = values[weekField(weekday, row, 'start')] ?? '';
      const end = values[weekField(weekday, row, 'end')] ?? '';
      if (start || end) rows.push({ key: `${weekday}-${row}`, start, end });
    }
    return rows;
  });
}
