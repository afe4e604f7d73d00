'use client';

import clsx from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { fill } from './fill';
import { Icon } from './icon';
import { hasFreeTime, type SlotDay } from './slot-groups';
import { formatInstant } from '@/lib/i18n/time-format';

export type DateStripLabels = {
  /** Name of the group. */
  day: string;
  earlier: string;
  later: string;
  /** "{date}, free times" */
  free: string;
  /** "{date}, full" */
  full: string;
};

type DateStripProps = {
  days: readonly SlotDay[];
  value: string;
  onChange: (date: string) => void;
  onEarlier?: (() => void) | undefined;
  onLater?: (() => void) | undefined;
  locale: string;
  labels: DateStripLabels;
};

const turnLook =
  'grid min-h-11 place-items-center rounded-sm text-ink-2 hover:bg-tint disabled:text-line-strong disabled:hover:bg-transparent';

const dayLook = clsx(
  'grid cursor-pointer justify-items-center gap-0.5 rounded-md px-0.5 pt-2 pb-1.5 text-xs leading-4 text-ink-3 hover:bg-tint',
  'has-checked:bg-accent has-checked:text-on-accent has-checked:hover:bg-accent',
  'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
);

/** Home and End go to the first and last day; the arrows are the browser's own for radios. */
function jump(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Home' && event.key !== 'End') return;
  const radios = event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  const target = event.key === 'Home' ? radios[0] : radios[radios.length - 1];
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.click();
}

type DayProps = { day: SlotDay; name: string; isChosen: boolean } & Pick<
  DateStripProps,
  'onChange' | 'locale' | 'labels'
>;

function Day({ day, name, isChosen, onChange, locale, labels }: DayProps) {
  const isFree = hasFreeTime(day);
  const written = (style: 'weekday' | 'day' | 'longDate') =>
    formatInstant(new Date(`${day.date}T12:00:00Z`), { locale, zone: 'UTC', style });
  return (
    <label className={dayLook}>
      <input
        type="radio"
        name={name}
        className="sr-only"
        checked={isChosen}
        onChange={() => onChange(day.date)}
        aria-label={fill(isFree ? labels.free : labels.full, { date: written('longDate') })}
      />
      <span aria-hidden="true">{written('weekday')}</span>
      <span
        aria-hidden="true"
        className={clsx(
          'text-[1.0625rem] leading-5.5 tabular-nums',
          isFree ? 'font-medium' : 'font-regular',
          isFree && !isChosen && 'text-ink',
        )}
      >
        {written('day')}
      </span>
      <span
        aria-hidden="true"
        className={clsx(
          'mt-0.5 size-[0.3125rem] rounded-full bg-current',
          !isFree && 'opacity-0',
          !isChosen && 'text-accent',
        )}
      />
    </label>
  );
}

/** Five days side by side; a dot says that a day has free times. A full day can still be read. */
export function DateStrip({ days, value, onChange, onEarlier, onLater, locale, labels }: DateStripProps) {
  const name = useId();
  return (
    <div className="grid grid-cols-[1.75rem_minmax(0,1fr)_1.75rem] items-stretch gap-1">
      <button
        type="button"
        aria-label={labels.earlier}
        disabled={!onEarlier}
        onClick={onEarlier}
        className={turnLook}
      >
        <Icon of={ChevronLeft} />
      </button>
      <div
        role="radiogroup"
        aria-label={labels.day}
        onKeyDown={jump}
        className="grid auto-cols-[minmax(0,1fr)] grid-flow-col gap-1"
      >
        {days.map((day) => (
          <Day
            key={day.date}
            day={day}
            name={name}
            isChosen={day.date === value}
            onChange={onChange}
            locale={locale}
            labels={labels}
          />
        ))}
      </div>
      <button
        type="button"
        aria-label={labels.later}
        disabled={!onLater}
        onClick={onLater}
        className={turnLook}
      >
        <Icon of={ChevronRight} />
      </button>
    </div>
  );
}
