'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTypedValues } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { type Weekday, weekdays } from '@/lib/shared/time';
import { CopyDay } from './copy-day';
import { RangeRow } from './range-row';
import { type Row, rowsOfForm, rowsOfWeek, type WeekRows } from './week-rows';

const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5];
const firstHours = { start: '09:00', end: '17:00' };

type WeekEditorProps = {
  week: readonly WeeklyRange[];
  /** Names of the days in the reader's language, Monday first. */
  dayNames: readonly string[];
};

let newRows = 0;
const newKey = () => `new-${(newRows += 1)}`;

/** The hours of each weekday. Without script: the rows that are there and one empty one a day. */
export function WeekEditor({ week, dayNames }: WeekEditorProps) {
  const typed = useTypedValues();
  const [rows, setRows] = useState<WeekRows>(() => rowsOfForm(typed) ?? rowsOfWeek(week));
  const setDay = (weekday: Weekday, next: readonly Row[]) => setRows((all) => ({ ...all, [weekday]: next }));
  const copy = (from: Weekday, to: readonly Weekday[]) =>
    setRows((all) => {
      const copies = to
        .filter((day) => day !== from)
        .map((day) => [day, all[from].map((row) => ({ ...row, key: newKey() }))]);
      return { ...all, ...Object.fromEntries(copies) };
    });
  return (
    <ul className="divide-y divide-line">
      {weekdays.map((weekday, index) => (
        <Day
          key={weekday}
          weekday={weekday}
          name={dayNames[index] ?? ''}
          rows={rows[weekday]}
          onChange={(next) => setDay(weekday, next)}
          onCopy={(isEveryDay) => copy(weekday, isEveryDay ? weekdays : workingDays)}
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
  const add = () =>
    onChange([...rows, { key: newKey(), ...(rows.length === 0 ? firstHours : { start: '', end: '' }) }]);
  return (
    <li className="grid gap-3 py-4 md:grid-cols-[8rem_minmax(0,1fr)_auto] md:items-start md:gap-6">
      <h3 className="pt-2.5 font-semibold first-letter:uppercase">{name}</h3>
      <div className="grid min-w-0 gap-2.5">
        {rows.length === 0 && <p className="pt-2.5 text-sm text-ink-3 noscript:hidden">{t('closed')}</p>}
        {rows.map((row, index) => (
          <RangeRow
            key={row.key}
            weekday={weekday}
            index={index}
            dayName={name}
            row={row}
            onChange={(changed) => onChange(rows.map((one) => (one === row ? { ...one, ...changed } : one)))}
            onRemove={() => onChange(rows.filter((one) => one !== row))}
          />
        ))}
        <noscript>
          <RangeRow weekday={weekday} index={rows.length} dayName={name} />
        </noscript>
      </div>
      <div className="flex gap-1.5 noscript:hidden">
        <Button
          variant="ghost"
          size="sm"
          icon={Plus}
          aria-label={t('addTo', { day: name })}
          onClick={add}
          disabled={rows.length >= 12}
        >
          {t('add')}
        </Button>
        {rows.length > 0 && <CopyDay weekday={weekday} name={name} onCopy={onCopy} />}
      </div>
    </li>
  );
}
