'use client';

import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormTextField, useEachAnswer, useTypedValues } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { ChoiceCard } from '@/components/ui/choices';
import { SubmitButton } from '@/components/ui/submit-button';
import { dateRanges } from '@/lib/availability/rules/hours-form';
import type { DayException } from '@/lib/availability/rules/opening-hours';
import type { LocalDate } from '@/lib/shared/calendar';
import { type DayMarks, ExceptionCalendar } from './exception-calendar';
import { RangeRow } from './range-row';
import { newRow, type Row, rowsOfForm, rowsOfRanges } from './week-rows';

const kinds = ['closed', 'replaced', 'extra'] as const;
type Kind = (typeof kinds)[number];

type ExceptionEditorProps = {
  exceptions: readonly DayException[];
  booked: Readonly<Record<LocalDate, number>>;
  today: LocalDate;
  shortNames: readonly string[];
};

type Edited = { first: LocalDate; last: LocalDate; kind: Kind; rows: readonly Row[] };

const nothing: Edited = { first: '', last: '', kind: 'closed', rows: [] };
const firstHours = { start: '09:00', end: '12:00' };

function useEdited(exceptions: readonly DayException[]) {
  const typed = useTypedValues();
  const locale = useLocale();
  const [edited, setEdited] = useState<Edited>(() => ({
    first: typed['first'] ?? '',
    last: typed['last'] ?? '',
    kind: kinds.find((kind) => kind === typed['kind']) ?? 'closed',
    rows: rowsOfForm(typed, dateRanges),
  }));
  /** The first press picks a day as it is, the second one everything up to there. */
  const pick = (date: LocalDate) =>
    setEdited((now) => {
      if (now.first && !now.last && date > now.first) return { ...now, last: date };
      const known = exceptions.find((exception) => exception.date === date);
      if (!known) return { ...now, first: date, last: '' };
      const rows = known.kind === 'closed' ? [] : rowsOfRanges(known.ranges, locale);
      return { first: date, last: '', kind: known.kind, rows };
    });
  // What was saved stands in the calendar now; the next days begin with an empty form.
  useEachAnswer((status) => {
    if (status === 'done') setEdited(nothing);
  });
  return { edited, set: (changed: Partial<Edited>) => setEdited((now) => ({ ...now, ...changed })), pick };
}

/** Days picked in a calendar, and what is different on them. */
export function ExceptionEditor({ exceptions, booked, today, shortNames }: ExceptionEditorProps) {
  const t = useTranslations('availability.exceptions');
  const { edited, set, pick } = useEdited(exceptions);
  const { first, last, kind, rows } = edited;
  const marks: DayMarks = Object.fromEntries(exceptions.map((exception) => [exception.date, exception.kind]));
  const staying = Object.entries(booked)
    .filter(([date]) => date >= first && date <= (last || first))
    .reduce((sum, [, count]) => sum + count, 0);
  return (
    <div className="grid gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div className="noscript:hidden">
        <ExceptionCalendar {...{ today, marks, booked, first, last, shortNames }} onPick={pick} />
      </div>
      <div className="grid content-start gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <FormTextField
            name="first"
            type="date"
            min={today}
            label={t('first')}
            value={first}
            onChange={(event) => set({ first: event.target.value })}
          />
          <FormTextField
            name="last"
            type="date"
            min={first}
            label={t('last')}
            note={t('optional')}
            value={last}
            onChange={(event) => set({ last: event.target.value })}
          />
        </div>
        <fieldset className="grid gap-3 sm:grid-cols-3">
          <legend className="mb-2 text-sm font-medium">{t('what')}</legend>
          {kinds.map((one) => (
            <ChoiceCard
              key={one}
              name="kind"
              value={one}
              heading={t(`kinds.${one}`)}
              detail={t(`details.${one}`)}
              checked={kind === one}
              onChange={() =>
                set({ kind: one, rows: one === 'closed' || rows.length > 0 ? rows : [newRow(firstHours)] })
              }
            />
          ))}
        </fieldset>
        <Ranges rows={rows} onRows={(next) => set({ rows: next })} isHidden={kind === 'closed'} />
        {staying > 0 && <p className="text-sm text-warm-ink">{t('stay', { count: staying })}</p>}
        <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
      </div>
    </div>
  );
}

type RangesProps = { rows: readonly Row[]; onRows: (rows: readonly Row[]) => void; isHidden: boolean };

function Ranges({ rows, onRows, isHidden }: RangesProps) {
  const t = useTranslations('availability');
  const name = t('exceptions.hours');
  return (
    <div className={`grid gap-2.5 ${isHidden ? 'hidden noscript:grid' : ''}`}>
      <h3 className="text-sm font-medium">{name}</h3>
      {rows.map((row, index) => (
        <RangeRow
          key={row.key}
          list={dateRanges}
          index={index}
          dayName={name}
          row={row}
          onChange={(changed) => onRows(rows.map((one) => (one === row ? { ...one, ...changed } : one)))}
          onRemove={() => onRows(rows.filter((one) => one !== row))}
        />
      ))}
      <noscript>
        <RangeRow list={dateRanges} index={rows.length} dayName={name} />
      </noscript>
      <Button
        variant="ghost"
        size="sm"
        icon={Plus}
        className="justify-self-start noscript:hidden"
        onClick={() => onRows([...rows, newRow(rows.length === 0 ? firstHours : { start: '', end: '' })])}
      >
        {t('add')}
      </Button>
    </div>
  );
}
