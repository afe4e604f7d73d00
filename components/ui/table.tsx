import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  heading: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  numeric?: boolean;
  /** Where the cell goes when a row becomes a two-line item on narrow screens. */
  narrow?: 'first' | 'second' | 'end' | 'hidden';
};

type TableProps<Row> = {
  /** Read aloud as the name of the table. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

const narrowPlaces = {
  first: 'max-[55rem]:col-start-1 max-[55rem]:font-medium',
  second: 'max-[55rem]:col-start-1 max-[55rem]:text-ink-3',
  end: 'max-[55rem]:col-start-2 max-[55rem]:row-start-1 max-[55rem]:text-end',
  hidden: 'max-[55rem]:hidden',
} as const;

/** A table whose rows become two-line items under 55rem; it never scrolls sideways. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <table className="w-full border-collapse text-sm max-[55rem]:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-[55rem]:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={clsx(
                'border-b border-line px-3 py-2 text-xs font-medium whitespace-nowrap text-ink-3 first:ps-0 last:pe-0',
                column.numeric ? 'text-end' : 'text-start',
              )}
            >
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-[55rem]:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="border-b border-line last:border-0 max-[55rem]:grid max-[55rem]:grid-cols-[minmax(0,1fr)_auto] max-[55rem]:gap-x-4 max-[55rem]:gap-y-0.5 max-[55rem]:py-3"
          >
            {columns.map((column) => (
              <td
                key={column.key}
                className={clsx(
                  'px-3 py-3 align-middle first:ps-0 last:pe-0 max-[55rem]:p-0',
                  column.numeric && 'tnum min-[55rem]:text-end',
                  narrowPlaces[column.narrow ?? 'second'],
                )}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Fact = { term: ReactNode; value: ReactNode; strong?: boolean };

/** Terms and values in two columns, figures at the end. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={clsx('grid gap-2.5 text-sm leading-5.5', className)}>
      {facts.map(({ term, value, strong }, index) => (
        <div key={typeof term === 'string' ? term : index} className="flex justify-between gap-4">
          <dt className={clsx('max-w-[60%] flex-none', strong ? 'font-semibold' : 'text-ink-3')}>{term}</dt>
          <dd className={clsx('tnum min-w-0 text-end', strong && 'font-semibold')}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
