'use client';

import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRangeDrag, type Draft } from '@/components/availability/use-range-drag';
import { written } from '@/components/availability/week-rows';
import { hourLines, HourSheet, placeOf } from '@/components/ui/hour-sheet';
import type { Stretch } from '@/lib/availability/rules/closed-hours';
import { formatInstant } from '@/lib/i18n/time-format';
import { type LocalDate, type Weekday, weekdays } from '@/lib/shared/calendar';
import { type AgendaItem, type AgendaPiece, piecesOf } from './agenda-items';
import { agendaLooks } from './agenda-looks';
import { BlockDialog, BlockedDialog, type Chosen, MoveDialog } from './timetable-dialogs';

type TimetableProps = {
  days: readonly LocalDate[];
  today: LocalDate;
  items: readonly AgendaItem[];
  /** When the practice takes no bookings, by day. */
  closed: Readonly<Record<LocalDate, readonly Stretch[]>>;
  zone: string;
  /** Whether a free place can be drawn on to block it. */
  canBlock: boolean;
};

const noon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

/**
 * Days beside each other with their hours. A session that lies ahead is dragged to where it is proposed to move, a free
 * place drawn on to block it; without a pointer the page of the session and the form below do the same.
 */
export function Timetable({ days, today, items, closed, zone, canBlock }: TimetableProps) {
  const t = useTranslations('agenda');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [blocked, setBlocked] = useState<AgendaItem | null>(null);
  const pieces = items.flatMap((item) => piecesOf(item, zone));
  const choose = ({ key, weekday, start, end }: Draft) => {
    const date = days[weekday - 1];
    if (date) setChosen({ date, start, end, item: items.find((one) => one.key === key) ?? null });
  };
  const drag = useRangeDrag(choose, (draft, isNew) => {
    const href = items.find((one) => one.key === draft.key)?.href;
    if (isNew) choose(draft);
    else if (href) location.assign(href);
  });
  return (
    <div className="grid gap-3">
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <DayHeads days={days} today={today} />
        <HourSheet>
          <div
            ref={drag.grid}
            className="grid flex-1"
            style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}
          >
            {days.map((day, index) => (
              <DayColumn
                key={day}
                column={weekdays[index] ?? 1}
                pieces={pieces.filter((piece) => piece.day === day)}
                closed={closed[day] ?? []}
                drag={drag}
                onOpenBlocked={setBlocked}
                zone={zone}
                canBlock={canBlock}
              />
            ))}
          </div>
        </HourSheet>
      </div>
      <p className="text-xs text-ink-3">
        {canBlock && t('hints.block')} {t('hints.move')}
      </p>
      {chosen?.item && <MoveDialog chosen={chosen} zone={zone} onClose={() => setChosen(null)} />}
      {chosen && !chosen.item && <BlockDialog chosen={chosen} onClose={() => setChosen(null)} />}
      {blocked && <BlockedDialog item={blocked} zone={zone} onClose={() => setBlocked(null)} />}
    </div>
  );
}

function DayHeads({ days, today }: { days: readonly LocalDate[]; today: LocalDate }) {
  const locale = useLocale();
  const look = (style: 'weekday' | 'day', day: LocalDate) =>
    formatInstant(noon(day), { locale, zone: 'UTC', style });
  return (
    <div
      className="grid border-b border-line ps-11 pe-3.5 text-center sm:ps-12"
      style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}
    >
      {days.map((day) => (
        <div
          key={day}
          className="grid justify-items-center py-2"
          aria-current={day === today ? 'date' : undefined}
        >
          <span className="text-xs text-ink-3">{look('weekday', day)}</span>
          <b
            className={clsx(
              'tnum grid size-7 place-items-center rounded-full text-sm font-semibold',
              day === today && 'bg-accent text-on-accent',
            )}
          >
            {look('day', day)}
          </b>
        </div>
      ))}
    </div>
  );
}

type DayColumnProps = {
  /** Its place among the columns, as the drag counts them. */
  column: Weekday;
  pieces: readonly AgendaPiece[];
  closed: readonly Stretch[];
  drag: ReturnType<typeof useRangeDrag>;
  /** A block was pressed. */
  onOpenBlocked: (item: AgendaItem) => void;
  zone: string;
  canBlock: boolean;
};

/** Light enough for the hours' lines and words to be read through it. */
const hatch = {
  backgroundImage:
    'repeating-linear-gradient(135deg, var(--color-line) 0 1px, transparent 1px calc(var(--spacing) * 2))',
};

function DayColumn({ column, pieces, closed, drag, onOpenBlocked, zone, canBlock }: DayColumnProps) {
  const { draft } = drag;
  return (
    <div
      data-weekday={column}
      className="relative border-s border-line first:border-s-0"
      style={hourLines}
      onPointerDown={(event) => {
        if (canBlock && event.target === event.currentTarget && event.pointerType === 'mouse')
          drag.begin(event, { key: null, weekday: column }, 'new');
      }}
    >
      {closed.map(({ startMinute, endMinute }) => (
        <div
          key={startMinute}
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0"
          style={{ ...hatch, ...placeOf(startMinute, endMinute) }}
        />
      ))}
      {pieces.map((piece) => (
        <Entry key={piece.item.key} {...{ piece, column, drag, onOpenBlocked, zone }} />
      ))}
      {draft?.weekday === column && (
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

type EntryProps = Pick<DayColumnProps, 'column' | 'drag' | 'onOpenBlocked' | 'zone'> & { piece: AgendaPiece };

function lookOf({ item }: AgendaPiece, isDragged: boolean): string {
  return clsx(
    'absolute inset-x-0.5 flex flex-col *:shrink-0 overflow-hidden rounded-md border border-s-3 px-1 py-0.5 text-start text-xs leading-4 select-none',
    agendaLooks[item.kind],
    item.kind !== 'busy' && 'z-1',
    item.movableId && 'cursor-grab touch-none',
    isDragged && 'opacity-40',
  );
}

function Words({ item, zone }: { item: AgendaItem; zone: string }) {
  const t = useTranslations('agenda.kinds');
  const locale = useLocale();
  return (
    <>
      <span className="tnum block truncate font-semibold">
        {formatInstant(item.start, { locale, zone, style: 'time' })} {item.title}
      </span>
      <span className="block truncate max-sm:hidden">
        {[t(item.kind), item.detail].filter((part) => part && part !== item.title).join(' · ')}
      </span>
    </>
  );
}

/** A session or proposal leads to its page, what is blocked opens; what is busy elsewhere only stands there. */
function Entry({ piece, column, drag, onOpenBlocked, zone }: EntryProps) {
  const { item, startMinute, endMinute } = piece;
  const shared = {
    className: lookOf(piece, drag.draft?.key === item.key),
    style: placeOf(startMinute, endMinute),
    children: <Words item={item} zone={zone} />,
  };
  if (item.kind === 'blocked')
    return <button type="button" {...shared} onClick={() => onOpenBlocked(item)} />;
  if (!item.href) return <div {...shared} />;
  const own = { key: item.key, weekday: column, start: startMinute, end: endMinute };
  const { children, ...look } = shared;
  return (
    <a
      href={item.href}
      {...look}
      draggable={false}
      {...(item.movableId && {
        onPointerDown: (event) => drag.begin(event, own, 'body'),
        // A press that did not move opens it; the drag tells those apart.
        onClick: (event) => {
          if (event.detail > 0) event.preventDefault();
        },
      })}
    >
      {children}
    </a>
  );
}
