import { useState } from 'react';
import { checkWeek } from '@/lib/availability/rules/weekly-ranges';
import type { Weekday } from '@/lib/shared/calendar';
import { type Row, type WeekRows, weekOfRows } from './week-rows';

const mostSteps = 100;

export type Week = {
  rows: WeekRows;
  isChanged: boolean;
  /** Takes the rows of some days; with `isWhole` only when no ranges overlap afterwards. False when they do. */
  change: (days: Partial<Record<Weekday, readonly Row[]>>, isWhole?: boolean) => boolean;
  /** Back by one change; nothing when there is none. */
  undo: (() => void) | undefined;
  /** What is shown now is what is stored. */
  settle: () => void;
};

/** The rows of a week while they are edited, with every step back. */
export function useWeek(initial: () => WeekRows): Week {
  const [{ rows, past, stored }, set] = useState(() => {
    const first = initial();
    return { rows: first, past: [] as readonly WeekRows[], stored: first };
  });
  return {
    rows,
    isChanged: rows !== stored,
    change: (days, isWhole = false) => {
      const next = { ...rows, ...days };
      if (isWhole && !checkWeek(weekOfRows(next)).ok) return false;
      set({ rows: next, past: [...past, rows].slice(-mostSteps), stored });
      return true;
    },
    undo:
      past.length === 0
        ? undefined
        : () => set({ rows: past.at(-1) ?? rows, past: past.slice(0, -1), stored }),
    settle: () => set({ rows, past, stored: rows }),
  };
}
