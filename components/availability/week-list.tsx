'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { weekList } from '@/lib/availability/rules/hours-form';
import { type Weekday, weekdays } from '@/lib/shared/calendar';
import { CopyDay } from './copy-day';
import { RangeRow } from './range-row';
import type { Week } from './use-week';
import { copyOf, newRow, type Row } from './week-rows';

const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5];
const firstHours = { start: '09:00', end: '17:00' };
const mostRows = 12;

type WeekListProps = {
  week: Week;
  /** Names of the days in the reader's language, Monday first. */
  dayNames: readonly string[];
  className?: string;
};

/** Copies the rows of one day onto others. */
export function copyDay({ rows, change }: Week, from: Weekday, isEveryDay: boolean): void {
  const to = (isEveryDay ? weekdays : workingDays).filter((day) => day !== from);
  change(Object.fromEntries(to.map((day) => [day, rows[from].map(copyOf)])));
}

/** The hours of each weekday, row by row. Without script: the rows that are there and one empty one a day. */
export function WeekList({ week, dayNames, className }: WeekListProps) {
  return (
    <ul className={`divide-y divide-line ${className ?? ''}`}>
      {weekdays.map((weekday, index) => (
        <Day
          key={weekday}
          weekday={weekday}
          name={dayNames[index] ?? ''}
          rows={week.rows[weekday]}
          onChange={(next) => week.change({ [weekday]: next })}
          onCopy={(isEveryDay) => copyDay(week, weekday, isEveryDay)}
        />
      ))}
    </ul>
  );
}

type DayProps = {
  weekday: Weekday;
  name: string;
  rows: readonly Row[];
  onChange: (rows: readonly Row[]) => void;
  onCopy: (isEveryDay: boolean) => void;
};

function Day({ weekday, name, rows, onChange, onCopy }: DayProps) {
  const t = useTranslations('availability');
  const add = () => onChange([...rows, newRow(rows.length === 0 ? firstHours : { start: '', end: '' })]);
  return (
    <li className="grid gap-3 py-4 md:grid-cols-[7.5rem_minmax(0,1fr)_auto] md:items-start md:gap-5">
      <h3 className="pt-2.5 font-semibold first-letter:uppercase">{name}</h3>
      <div className="grid min-w-0 gap-2.5">
        {rows.length === 0 && <p className="pt-2.5 text-sm text-ink-3 noscript:hidden">{t('closed')}</p>}
        {rows.map((row, index) => (
          <RangeRow
            key={row.key}
            list={weekList(weekday)}
            index={index}
            dayName={name}
            row={row}
            onChange={(changed) => onChange(rows.map((one) => (one === row ? { ...one, ...changed } : one)))}
            onRemove={() => onChange(rows.filter((one) => one !== row))}
          />
        ))}
        <noscript>
          <RangeRow list={weekList(weekday)} index={rows.length} dayName={name} />
        </noscript>
      </div>
      <div className="flex gap-1.5 noscript:hidden">
        <Button
          variant="ghost"
          size="sm"
          icon={Plus}
          aria-label={t('addTo', { day: name })}
          onClick={add}
          disabled={rows.length >= mostRows}
        >
          {t('add')}
        </Button>
        {rows.length > 0 && <CopyDay weekday={weekday} name={name} onCopy={onCopy} />}
      </div>
    </li>
  );
}
