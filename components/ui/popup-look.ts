import clsx from 'clsx';

/** The list that opens under a control. */
export const popupLook = clsx(
  'max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-48 overflow-y-auto overscroll-contain rounded-lg border border-line bg-raised p-1 text-ink shadow-(--shadow-lg) outline-none',
  'transition-opacity duration-(--duration-fast) data-ending-style:opacity-0 data-starting-style:opacity-0',
);

/** One line in such a list; 40 px high, check at the end. */
export const itemLook = clsx(
  'flex min-h-10 cursor-default items-center justify-between gap-3 rounded-md px-3 py-2 text-base outline-none select-none',
  'data-disabled:text-ink-3 data-highlighted:bg-accent-soft data-highlighted:text-accent-ink data-selected:font-medium',
);
