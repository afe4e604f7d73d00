'use client';

import { type ReactNode, useEffect, useRef } from 'react';

const firstShownHour = 7;
const dayMinutes = 24 * 60;

/** Lines at each hour of a column that is a day high. */
export const hourLines = {
  backgroundImage:
    'repeating-linear-gradient(to bottom, transparent 0 calc(100% / 24 - 1px), var(--color-line) calc(100% / 24 - 1px) calc(100% / 24))',
};

/** Where a stretch of a day stands in such a column. */
export function placeOf(start: number, end: number) {
  return {
    top: `${(start / dayMinutes) * 100}%`,
    height: `${((Math.min(end, dayMinutes) - start) / dayMinutes) * 100}%`,
  };
}

/** A day's hours beside columns that are a day high; the working day is seen first, the rest by scrolling, by keys too. */
export function HourSheet({ children }: { children: ReactNode }) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sheet.current?.scrollTo({ top: (sheet.current.scrollHeight / 24) * firstShownHour });
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an empty week has nothing else in it that keys could scroll
    <div ref={sheet} tabIndex={0} className="h-[32rem] max-h-[70dvh] overflow-y-scroll overscroll-contain">
      <div className="flex h-[66rem]">
        <div aria-hidden="true" className="relative w-11 flex-none sm:w-12">
          {Array.from({ length: 23 }, (_, index) => (
            <span
              key={index}
              className="tnum absolute end-1.5 -translate-y-1/2 text-xs text-ink-3"
              style={placeOf((index + 1) * 60, (index + 1) * 60)}
            >
              {String(index + 1).padStart(2, '0')}:00
            </span>
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}
