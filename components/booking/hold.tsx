'use client';

import { Timer } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { type Announcement, announcementBetween, secondsLeft, writeLeft } from './hold-clock';

export type HoldLabels = Readonly<Record<Announcement, string>> & {
  /** "This time is held for you for" */
  held: string;
};

type HoldProps = {
  /** End of the hold and the clock of the server when the page was made, as ISO instants. */
  heldUntil: string;
  serverNow: string;
  labels: HoldLabels;
  /** The forms that extend the hold and give the time back. */
  extend?: ReactNode;
  /** What to do when the hold is over. */
  over: ReactNode;
  /** The form the hold is for; it is closed when the time is over. */
  children: ReactNode;
};

/**
 * Counts a hold down by the server's clock, says so aloud at five minutes, one minute and the end,
 * and closes the form when it is over. The server decides anyway.
 */
export function Hold({ heldUntil, serverNow, labels, extend, over, children }: HoldProps) {
  const end = Date.parse(heldUntil);
  const [left, setLeft] = useState(() => secondsLeft(end, Date.parse(serverNow)));
  const [said, setSaid] = useState<Announcement>();
  const before = useRef(left);
  useEffect(() => {
    const startedAt = performance.now();
    const base = Date.parse(serverNow);
    const tick = () => {
      const next = secondsLeft(end, base + performance.now() - startedAt);
      const announcement = announcementBetween(before.current, next);
      before.current = next;
      setLeft(next);
      if (announcement) setSaid(announcement);
      if (next === 0) clearInterval(timer);
    };
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [end, serverNow]);
  const isOver = left === 0;
  return (
    <>
      <p role="status" className="sr-only">
        {said && labels[said]}
      </p>
      {isOver ? (
        over
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="flex items-center gap-2 text-sm text-ink-2">
            <Icon of={Timer} className="text-warm-ink" />
            <span>
              {labels.held}{' '}
              <b role="timer" aria-live="off" className="tnum font-semibold text-ink">
                {writeLeft(left)}
              </b>
            </span>
          </p>
          {extend}
        </div>
      )}
      <fieldset disabled={isOver} className="grid min-w-0 gap-8">
        {children}
      </fieldset>
    </>
  );
}
