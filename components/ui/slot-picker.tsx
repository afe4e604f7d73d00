'use client';

import clsx from 'clsx';
import { type LucideIcon, Moon, Sun, Sunrise } from 'lucide-react';
import { useId } from 'react';
import { fill } from './fill';
import { Icon } from './icon';
import { type DayPart, groupByPart, type Slot } from './slot-groups';
import { formatInstant } from '@/lib/i18n/time-format';

export type SlotPickerLabels = Readonly<Record<DayPart, string>> & {
  /** Name of the group. */
  time: string;
  /** "{time}, already taken" */
  taken: string;
};

type SlotPickerProps = {
  slots: readonly Slot[];
  value: string | undefined;
  onChange: (start: string) => void;
  locale: string;
  /** The reader's zone. */
  zone: string;
  labels: SlotPickerLabels;
};

const icons: Readonly<Record<DayPart, LucideIcon>> = { morning: Sunrise, afternoon: Sun, evening: Moon };

const slotLook = clsx(
  'tnum inline-flex min-h-10 min-w-17 cursor-pointer items-center justify-center rounded-md border border-accent-line bg-surface px-2 py-1 text-sm font-medium text-accent-ink transition-colors',
  'hover:border-accent hover:bg-accent-soft has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent',
  'has-disabled:cursor-not-allowed has-disabled:border-transparent has-disabled:bg-tint has-disabled:text-ink-3 has-disabled:line-through',
  'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
);

/** The times of one day by morning, afternoon and evening; one of them can be picked. */
export function SlotPicker({ slots, value, onChange, locale, zone, labels }: SlotPickerProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={labels.time} className="grid gap-4">
      {groupByPart(slots, zone).map((group) => (
        <div key={group.part} className="grid gap-2">
          <p className="flex items-center gap-1.5 text-xs text-ink-3">
            <Icon of={icons[group.part]} size="sm" />
            {labels[group.part]}
          </p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
            {group.slots.map((slot) => {
              const time = formatInstant(new Date(slot.start), { locale, zone, style: 'time' });
              return (
                <label key={slot.start} className={slotLook}>
                  <input
                    type="radio"
                    name={name}
                    className="sr-only"
                    disabled={slot.isTaken}
                    checked={slot.start === value}
                    onChange={() => onChange(slot.start)}
                    {...(slot.isTaken && { 'aria-label': fill(labels.taken, { time }) })}
                  />
                  {time}
                </label>
              );
            })}
          </div>
        </div>
      ))}
    </div>
  );
}
