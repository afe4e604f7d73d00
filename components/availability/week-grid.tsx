'use client';

import clsx from 'clsx';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { hourLines, HourSheet, placeOf } from '@/components/ui/hour-sheet';
import { type Weekday, weekdays } from '@/lib/shared/calendar';
import { GridRange } from './grid-range';
import { RangeDialog } from './range-dialog';
import { type Draft, snapMinutes, useRangeDrag } from './use-range-drag';
import type { Week } from './use-week';
import { minutesOf, newRow, type Row, written } from './week-rows';

const day = 24 * 60;

type WeekGridProps = { week: Week; dayNames: readonly string[]; shortNames: readonly string[] };
type Found = { weekday: Weekday; row: Row };

/** Where a row is, and what stands in it. */
function findRow(week: Week, key: string | null): Found | undefined {
  for (const weekday of weekdays) {
    const row = week.rows[weekday].find((one) => one.key === key);
    if (row) return { weekday, row };
  }
  return undefined;
}

/** Takes what was changed of a row; false when it would overlap others. */
function replaceRow(week: Week, { weekday, row }: Found, changed: Row): boolean {
  const rows = week.rows[weekday].map((one) => (one.key === row.key ? { ...one, ...changed } : one));
  return week.change({ [weekday]: rows }, true);
}

/** Puts a range where it was drawn or moved to; false when it would overlap others. */
function place(week: Week, { key, weekday, start, end }: Draft): boolean {
  const found = findRow(week, key);
  const times = { start: written(start), end: written(end) };
  const row = found ? { ...found.row, ...times } : newRow(times);
  const without = (on: Weekday) => week.rows[on].filter((one) => one.key !== row.key);
  const byStart = (a: Row, b: Row) => a.start.localeCompare(b.start);
  return week.change(
    {
      ...(found && { [found.weekday]: without(found.weekday) }),
      [weekday]: [...without(weekday), row].toSorted(byStart),
    },
    true,
  );
}

/** A whole hour of the day that is still free, for a range that is added by button. */
function freeHour(rows: readonly Row[]): number {
  const taken = rows.flatMap((row) => minutesOf(row) ?? []);
  const hours = Array.from({ length: 23 }, (_, index) => ((index + 9) % 23) * 60);
  return hours.find((at) => taken.every((one) => one.endMinute <= at || one.startMinute >= at + 60)) ?? 540;
}

/** What an arrow key does to a range; null for any other key. */
function stepped({ key, shiftKey }: KeyboardEvent, draft: Draft): Draft | null {
  const { weekday, start, end } = draft;
  const to = (change: Partial<Draft>) => ({ ...draft, ...change });
  const onDay = (number: number) => weekdays.find((one) => one === number) ?? weekday;
  const by = key === 'ArrowUp' ? -snapMinutes : snapMinutes;
  if (key === 'ArrowLeft') return to({ weekday: onDay(weekday - 1) });
  if (key === 'ArrowRight') return to({ weekday: onDay(weekday + 1) });
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  if (shiftKey) return end + by <= start || end + by > start + day ? draft : to({ end: end + by });
  return start + by < 0 || start + by >= day ? draft : to({ start: start + by, end: end + by });
}

/** Whoever moves a range by key goes with it, though it is drawn anew on another day; after removing, to its day. */
function useKeptFocus({ rows }: Week) {
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current) root.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  }, [rows]);
  return [root, (selector: string) => (wanted.current = selector)] as const;
}

/** What can be done with the week on the sheet, and what is said of it. */
function useSheet(week: Week, dayNames: readonly string[]) {
  const t = useTranslations('availability');
  const [said, say] = useState('');
  const [edited, setEdited] = useState<string | null>(null);
  const [root, keepFocus] = useKeptFocus(week);
  const tell = ({ weekday, start, end }: Draft) =>
    say(`${dayNames[weekday - 1] ?? ''}, ${written(start)}–${written(end)}`);
  const put = (draft: Draft) => (place(week, draft) ? tell(draft) : say(t('overlaps')));
  const drag = useRangeDrag(put, (draft, isNew) => {
    if (isNew) put(draft);
    else if (draft.key) setEdited(draft.key);
  });
  const remove = (weekday: Weekday, key: string) => {
    week.change({ [weekday]: week.rows[weekday].filter((one) => one.key !== key) });
    say(t('removed'));
  };
  const onKey = (event: KeyboardEvent, draft: Draft) => {
    const next = stepped(event, draft);
    const isRemoved = event.key === 'Delete' || event.key === 'Backspace';
    if (!next && !isRemoved) return;
    event.preventDefault();
    keepFocus(isRemoved ? `[data-add="${draft.weekday}"]` : `[data-range="${draft.key}"]`);
    if (isRemoved && draft.key) remove(draft.weekday, draft.key);
    else if (next) put(next);
  };
  return { root, drag, said, put, remove, onKey, edited: findRow(week, edited), edit: setEdited };
}

/** The week as a sheet of hours: drawn, moved and stretched with mouse, finger or keys. */
export function WeekGrid({ week, dayNames, shortNames }: WeekGridProps) {
  const t = useTranslations('availability');
  const hintId = useId();
  const { root, drag, said, put, remove, onKey, edited, edit } = useSheet(week, dayNames);
  return (
    <div ref={root} className="grid gap-3">
      <div className="relative overflow-hidden rounded-lg border border-line bg-surface">
        <Heads week={week} names={shortNames} dayNames={dayNames} onAdd={put} />
        <HourSheet>
          <div ref={drag.grid} className="grid flex-1 grid-cols-7">
            {weekdays.map((weekday) => (
              <Column
                key={weekday}
                weekday={weekday}
                name={dayNames[weekday - 1] ?? ''}
                {...{ week, drag, hintId, onKey }}
                onEdit={edit}
              />
            ))}
          </div>
        </HourSheet>
      </div>
      <p id={hintId} className="text-xs text-ink-3">
        {t('gridHint')}
      </p>
      <p role="status" className="text-sm text-ink-2 empty:sr-only">
        {said}
      </p>
      {edited && (
        <RangeDialog
          key={edited.row.key}
          row={edited.row}
          dayName={dayNames[edited.weekday - 1] ?? ''}
          onChange={(changed) => replaceRow(week, edited, changed)}
          onRemove={() => remove(edited.weekday, edited.row.key)}
          onClose={() => edit(null)}
        />
      )}
    </div>
  );
}

type HeadsProps = {
  week: Week;
  names: readonly string[];
  dayNames: readonly string[];
  onAdd: (draft: Draft) => void;
};

function Heads({ week, names, dayNames, onAdd }: HeadsProps) {
  const t = useTranslations('availability');
  const add = (weekday: Weekday) => {
    const start = freeHour(week.rows[weekday]);
    onAdd({ key: null, weekday, start, end: start + 60 });
  };
  return (
    <div className="flex border-b border-line ps-11 pe-3.5 sm:ps-12">
      <div className="grid flex-1 grid-cols-7">
        {weekdays.map((weekday) => (
          <div key={weekday} className="grid justify-items-center py-1.5">
            <span className="text-xs font-semibold first-letter:uppercase sm:text-sm">
              {names[weekday - 1]}
            </span>
            <IconButton
              icon={Plus}
              size="sm"
              data-add={weekday}
              label={t('addTo', { day: dayNames[weekday - 1] ?? '' })}
              onClick={() => add(weekday)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

type ColumnProps = {
  weekday: Weekday;
  name: string;
  week: Week;
  drag: ReturnType<typeof useRangeDrag>;
  hintId: string;
  onKey: (event: KeyboardEvent, draft: Draft) => void;
  onEdit: (key: string) => void;
};

function Column({ weekday, name, week, drag, hintId, onKey, onEdit }: ColumnProps) {
  const { draft } = drag;
  const before = week.rows[weekday === 1 ? 7 : ((weekday - 1) as Weekday)];
  const overMidnight = before.flatMap((row) => {
    const range = minutesOf(row);
    return range && range.endMinute > day ? [range.endMinute - day] : [];
  });
  return (
    <div
      data-weekday={weekday}
      role="group"
      aria-label={name}
      className="relative border-s border-line"
      style={hourLines}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) drag.begin(event, { key: null, weekday }, 'new');
      }}
    >
      {overMidnight.map((end) => (
        <div
          key={end}
          className="pointer-events-none absolute inset-x-0.5 top-0 rounded-b-md bg-accent-soft opacity-70"
          style={placeOf(0, end)}
        />
      ))}
      {week.rows[weekday].map((row) => {
        const range = minutesOf(row);
        if (!range) return null;
        const own = { key: row.key, weekday, start: range.startMinute, end: range.endMinute };
        const isMoving = draft?.key === row.key;
        return (
          <GridRange
            key={row.key}
            row={row}
            range={own}
            dayName={name}
            describedBy={hintId}
            className={clsx(isMoving && 'opacity-40')}
            onDrag={(event, handle) => drag.begin(event, own, handle)}
            onKeyDown={(event) => onKey(event, own)}
            onEdit={() => onEdit(row.key)}
          />
        );
      })}
      {draft?.weekday === weekday && (
        <div
          className="pointer-events-none absolute inset-x-0.5 z-1 rounded-md border-2 border-accent bg-accent-soft/80 p-1 text-xs font-semibold text-accent-ink"
          style={placeOf(draft.start, draft.end)}
        >
          {written(draft.start)}–{written(draft.end)}
        </div>
      )}
    </div>
  );
}
