'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAnswer } from '@/components/ui/action-form';
import { IconButton } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { TextInput } from '@/components/ui/input';
import { weekField } from '@/lib/availability/rules/week-form';
import type { Weekday } from '@/lib/shared/time';
import type { Row } from './week-rows';

type RangeRowProps = {
  weekday: Weekday;
  index: number;
  dayName: string;
  /** Without it an empty row that the browser alone fills. */
  row?: Row;
  onChange?: (changed: Partial<Row>) => void;
  onRemove?: () => void;
};

/** From and to on one day. */
export function RangeRow({ weekday, index, dayName, row, onChange, onRemove }: RangeRowProps) {
  const t = useTranslations('availability');
  const isOverMidnight = row !== undefined && row.end !== '' && row.end <= row.start && row.end !== '00:00';
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
      <TimeInput
        name={weekField(weekday, index, 'start')}
        label={t('startOf', { day: dayName })}
        {...(row && { value: row.start, onValue: (start: string) => onChange?.({ start }) })}
      />
      <span aria-hidden="true" className="pt-2.5 text-sm text-ink-3">
        {t('to')}
      </span>
      <TimeInput
        name={weekField(weekday, index, 'end')}
        label={t('endOf', { day: dayName })}
        {...(row && { value: row.end, onValue: (end: string) => onChange?.({ end }) })}
      />
      {onRemove && <IconButton icon={X} label={t('remove')} onClick={onRemove} className="noscript:hidden" />}
      {isOverMidnight && <span className="pt-3 text-xs text-ink-3">{t('nextDay')}</span>}
    </div>
  );
}

type TimeInputProps = { name: string; label: string; value?: string; onValue?: (value: string) => void };

function TimeInput({ name, label, value, onValue }: TimeInputProps) {
  const { id, error, typed } = useAnswer(name);
  return (
    <div className="grid max-w-40 min-w-0 flex-[1_1_6rem] grid-cols-[minmax(0,1fr)] gap-1">
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
