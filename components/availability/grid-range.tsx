'use client';

import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import type { KeyboardEvent, PointerEvent } from 'react';
import { placeOf } from '@/components/ui/hour-sheet';
import { formatMoney } from '@/components/ui/money-format';
import { parsePrice } from '@/lib/shared/price';
import { usePriceWords } from './price-words';
import type { Draft } from './use-range-drag';
import type { Row } from './week-rows';

type GridRangeProps = {
  row: Row;
  range: Draft;
  dayName: string;
  describedBy: string;
  className?: string;
  onDrag: (event: PointerEvent, handle: 'body' | 'start' | 'end') => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** By key; with a pointer a press that does not move does the same. */
  onEdit: () => void;
};

/** A price as it stands in the form, with its currency where it is one. */
function writtenPrice(price: string, currency: string, locale: string): string {
  const amount = price && currency ? parsePrice(price) : undefined;
  return amount?.ok ? formatMoney({ amount: amount.value, currency }, locale, { short: true }) : price;
}

/** One range on the sheet: a button that can be moved, with an edge to stretch at each end. */
export function GridRange({
  row,
  range: { start, end },
  dayName,
  describedBy,
  className,
  onDrag,
  onKeyDown,
  onEdit,
}: GridRangeProps) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const { currency } = usePriceWords();
  const terms = [
    writtenPrice(row.price, currency, locale),
    ...row.channels.map((channel) => t(`channels.${channel}`)),
  ].filter(Boolean);
  const edgeLook = 'absolute inset-x-0 h-2.5 cursor-ns-resize touch-none';
  return (
    <button
      type="button"
      aria-label={[dayName, `${row.start}–${row.end}`, ...terms].join(', ')}
      aria-describedby={describedBy}
      data-range={row.key}
      className={clsx(
        'absolute inset-x-0.5 flex flex-col items-start cursor-grab touch-none overflow-hidden rounded-md bg-accent px-1 py-0.5 text-start text-xs leading-4 text-on-accent select-none active:cursor-grabbing',
        className,
      )}
      style={placeOf(start, end)}
      onPointerDown={(event) => onDrag(event, 'body')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onEdit();
        } else onKeyDown(event);
      }}
    >
      <span className="tnum block font-semibold max-sm:text-[0.625rem]">
        {row.start}
        <span className="max-sm:hidden">–</span>
        <br className="sm:hidden" />
        {row.end}
      </span>
      {terms.length > 0 && <span className="block truncate max-sm:hidden">{terms.join(', ')}</span>}
      {(['start', 'end'] as const).map((edge) => (
        <span
          key={edge}
          className={clsx(edgeLook, edge === 'start' ? 'top-0' : 'bottom-0')}
          onPointerDown={(event) => {
            event.stopPropagation();
            onDrag(event, edge);
          }}
        />
      ))}
    </button>
  );
}
