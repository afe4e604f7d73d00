'use client';

import { SlidersHorizontal, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '@/components/ui/action-form';
import { buttonStyles, IconButton } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { TextInput } from '@/components/ui/input';
import { rangeField } from '@/lib/availability/rules/hours-form';
import { RangeTerms } from './range-terms';
import { minutesOf, type Row } from './week-rows';

type RangeRowProps = {
  /** The list of ranges it belongs to (see `rangeField`). */
  list: string;
  index: number;
  dayName: string;
  /** Without it an empty row that the browser alone fills. */
  row?: Row;
  onChange?: (changed: Partial<Row>) => void;
  onRemove?: () => void;
};

/** Folds what is empty; opens when something comes to stand in it, and leaves it to the reader then. */
function useFold(isFilled: boolean) {
  const [isOpen, set] = useState(isFilled);
  const [wasFilled, setFilled] = useState(isFilled);
  if (isFilled !== wasFilled) {
    setFilled(isFilled);
    if (isFilled) set(true);
  }
  return { isOpen, set };
}

/** From and to on one day, with terms of its own behind a fold. */
export function RangeRow({ list, index, dayName, row, onChange, onRemove }: RangeRowProps) {
  const t = useTranslations('availability');
  const range = row && minutesOf(row);
  const { error } = useAnswer(rangeField(list, index, 'price'));
  const fold = useFold(Boolean(row && (row.price || row.channels.length > 0)));
  const field = (part: 'start' | 'end') => rangeField(list, index, part);
  return (
    <div className="flex flex-wrap items-start gap-x-1.5 gap-y-1">
      <TimeInput
        name={field('start')}
        label={t('startOf', { day: dayName })}
        {...(row && { value: row.start, onValue: (start: string) => onChange?.({ start }) })}
      />
      <span aria-hidden="true" className="pt-2.5 text-sm text-ink-3">
        {t('to')}
      </span>
      <TimeInput
        name={field('end')}
        label={t('endOf', { day: dayName })}
        {...(row && { value: row.end, onValue: (end: string) => onChange?.({ end }) })}
      />
      {onRemove && <IconButton icon={X} label={t('remove')} onClick={onRemove} className="noscript:hidden" />}
      <details
        className="group open:basis-full not-open:pt-1"
        open={fold.isOpen || Boolean(error)}
        onToggle={(event) => fold.set(event.currentTarget.open)}
      >
        <summary className={`${buttonStyles({ variant: 'ghost', size: 'sm' })} cursor-pointer list-none`}>
          <Icon of={SlidersHorizontal} />
          <span className="max-sm:group-[:not([open])]:sr-only">{t('terms')}</span>
        </summary>
        <RangeTerms list={list} index={index} {...(row && { row })} {...(onChange && { onChange })} />
      </details>
      {range && range.endMinute > 24 * 60 && (
        <span className="basis-full text-xs text-ink-3">{t('nextDay')}</span>
      )}
    </div>
  );
}

type TimeInputProps = { name: string; label: string; value?: string; onValue?: (value: string) => void };

function TimeInput({ name, label, value, onValue }: TimeInputProps) {
  const { id, error, typed } = useAnswer(name);
  return (
    <div className="grid max-w-36 min-w-0 flex-[1_1_5rem] grid-cols-[minmax(0,1fr)] gap-1">
      <TextInput
        id={id}
        type="time"
        className="max-sm:px-2 max-sm:[&::-webkit-calendar-picker-indicator]:hidden"
        name={name}
        aria-label={label}
        {...(value === undefined
          ? { defaultValue: typed ?? '' }
          : { value, onChange: (event) => onValue?.(event.target.value) })}
        {...(error && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
      />
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
