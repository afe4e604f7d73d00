'use client';

import clsx from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import type { DayException } from '@/lib/availability/rules/opening-hours';
import { formatInstant } from '@/lib/i18n/time-format';
import { addLocalDays, type LocalDate } from '@/lib/shared/calendar';
import { addMonths, isShowable, type Month, monthOf, weeksOf } from './month';
import { WeekdayHeads } from './weekday-heads';

export type DayMarks = Readonly<Record<LocalDate, DayException['kind']>>;

type ExceptionCalendarProps = {
  today: LocalDate;
  marks: DayMarks;
  /** How many sessions are booked on a day. */
  booked: Readonly<Record<LocalDate, number>>;
  first: LocalDate;
  last: LocalDate;
  shortNames: readonly string[];
  onPick: (date: LocalDate) => void;
};

const looks: Readonly<Record<DayException['kind'], string>> = {
  closed: 'bg-sunken text-ink-3 line-through',
  replaced: 'bg-warm-soft text-warm-ink',
  extra: 'bg-accent-soft text-accent-ink',
};

const noon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Which month is shown and which day is reached by key; a first day that is typed leads to its month. */
function useMonth({ today, first }: ExceptionCalendarProps) {
  const [month, setMonth] = useState<Month>(monthOf(first || today));
  const [focused, setFocused] = useState(first || today);
  const [seen, setSeen] = useState(first);
  const go = (date: LocalDate) => {
    setFocused(date);
    setMonth(monthOf(date));
  };
  if (first !== seen) {
    setSeen(first);
    if (isShowable(first, today)) go(first);
  }
  return {
    month,
    focused,
    go,
    turn: (months: number) => {
      const next = addMonths(month, months);
      go(next === monthOf(today) ? today : `${next}-01`);
    },
  };
}

/** A month in which days are picked: one, and with a second press all up to there. */
export function ExceptionCalendar(props: ExceptionCalendarProps) {
  const { today, first, last, onPick } = props;
  const t = useTranslations('availability.exceptions');
  const { month, focused, go, turn } = useMonth(props);
  const grid = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = addLocalDays(focused, step);
    if (next < today) return;
    go(next);
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus());
  };
  return (
    <div className="grid content-start gap-3">
      <MonthHead month={month} today={today} onTurn={turn} />
      <table ref={grid} className="w-full table-fixed" aria-label={t('calendar')}>
        <WeekdayHeads names={props.shortNames} className="text-xs" />
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, index) => (
                <td key={date ?? index} className="p-0.5">
                  {date && (
                    <Day
                      {...props}
                      date={date}
                      isPicked={date >= first && date <= (last || first)}
                      isReached={date === focused}
                      onKey={move}
                      onPick={() => {
                        go(date);
                        onPick(date);
                      }}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
    </div>
  );
}

type MonthHeadProps = { month: Month; today: LocalDate; onTurn: (months: number) => void };

function MonthHead({ month, today, onTurn }: MonthHeadProps) {
  const t = useTranslations('availability.exceptions');
  const locale = useLocale();
  return (
    <div className="flex items-center justify-between">
      <IconButton
        icon={ChevronLeft}
        label={t('previousMonth')}
        onClick={() => onTurn(-1)}
        disabled={month <= monthOf(today)}
      />
      <h3 aria-live="polite" className="font-semibold first-letter:uppercase">
        {formatInstant(noon(`${month}-01`), { locale, zone: 'UTC', style: 'monthYear' })}
      </h3>
      <IconButton icon={ChevronRight} label={t('nextMonth')} onClick={() => onTurn(1)} />
    </div>
  );
}

type DayProps = Omit<ExceptionCalendarProps, 'onPick'> & {
  date: LocalDate;
  isPicked: boolean;
  isReached: boolean;
  onKey: (event: KeyboardEvent) => void;
  onPick: () => void;
};

function Day({ date, today, marks, booked, isPicked, isReached, onKey, onPick }: DayProps) {
  const t = useTranslations('availability.exceptions');
  const locale = useLocale();
  const mark = marks[date];
  const count = booked[date] ?? 0;
  const written = formatInstant(noon(date), { locale, zone: 'UTC', style: 'fullDate' });
  // Begins with what is seen, so that it can be called by voice.
  const label = [
    Number(date.slice(8)),
    written,
    mark && t(`kinds.${mark}`),
    count > 0 && t('sessions', { count }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <button
      type="button"
      data-date={date}
      aria-label={label}
      aria-pressed={isPicked}
      tabIndex={isReached ? 0 : -1}
      disabled={date < today}
      onClick={onPick}
      onKeyDown={onKey}
      className={clsx(
        'tnum relative grid min-h-11 w-full place-items-center rounded-md text-sm hover:ring-1 hover:ring-accent disabled:opacity-40',
        mark && !isPicked && looks[mark],
        isPicked && 'bg-accent font-semibold text-on-accent',
        date === today && 'font-bold underline underline-offset-4',
      )}
    >
      {Number(date.slice(8))}
      {count > 0 && <span className="absolute bottom-1 size-1 rounded-full bg-current" />}
    </button>
  );
}

function Legend() {
  const t = useTranslations('availability.exceptions');
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-ink-2">
      {(['closed', 'replaced', 'extra'] as const).map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={clsx('size-3.5 rounded-sm border border-line', looks[kind])} />
          {t(`kinds.${kind}`)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="size-1 rounded-full bg-current" />
        {t('hasSessions')}
      </li>
    </ul>
  );
}
