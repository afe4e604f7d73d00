import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Weekday, weekdays } from '@/lib/shared/calendar';

/** A range on its way: which row it was, or none for a new one. */
export type Draft = { key: string | null; weekday: Weekday; start: number; end: number };
type Handle = 'body' | 'start' | 'end' | 'new';
type Running = { draft: Draft; handle: Handle; grab: number; x: number; y: number; hasMoved: boolean };

const day = 24 * 60;
export const snapMinutes = 15;
/** Less is a click. */
const slackPixels = 4;

const snap = (minute: number) => Math.round(minute / snapMinutes) * snapMinutes;
const between = (least: number, minute: number, most: number) => Math.min(Math.max(minute, least), most);

/** Where a pointer stands in the grid: the day of the column under it and the minute. */
function placeIn(grid: HTMLElement, x: number, y: number): { weekday: Weekday; minute: number } | undefined {
  const columns = [...grid.querySelectorAll<HTMLElement>('[data-weekday]')];
  const boxes = columns.map((column) => ({ column, box: column.getBoundingClientRect() }));
  const under = boxes.find(({ box }) => x >= box.left && x < box.right);
  const nearest = under ?? (x < (boxes[0]?.box.left ?? 0) ? boxes[0] : boxes.at(-1));
  const weekday = weekdays.find((one) => String(one) === nearest?.column.dataset['weekday']);
  if (!nearest || !weekday) return undefined;
  return { weekday, minute: ((y - nearest.box.top) / nearest.box.height) * day };
}

function moved({ draft, handle, grab }: Running, at: { weekday: Weekday; minute: number }): Draft {
  const { start, end } = draft;
  if (handle === 'body') {
    const length = end - start;
    const next = between(0, snap(at.minute - grab), Math.max(day - length, 0));
    return { ...draft, weekday: at.weekday, start: next, end: next + length };
  }
  if (handle === 'start') return { ...draft, start: between(0, snap(at.minute), end - snapMinutes) };
  if (handle === 'end') return { ...draft, end: between(start + snapMinutes, snap(at.minute), day) };
  const edges = [snap(grab), between(0, snap(at.minute), day)].toSorted((a, b) => a - b);
  return { ...draft, start: edges[0] ?? 0, end: Math.max(edges[1] ?? 0, (edges[0] ?? 0) + snapMinutes) };
}

type RangeDrag = {
  grid: RefObject<HTMLDivElement | null>;
  /** What is shown while it moves. */
  draft: Draft | null;
  begin: (event: PointerEvent, from: Omit<Draft, 'start' | 'end'> & Partial<Draft>, handle: Handle) => void;
};

type Follow = {
  move: (event: globalThis.PointerEvent) => void;
  end: () => void;
  giveUp: () => void;
};

/** Follows the pointer over the whole window while something is on its way. */
function useFollow(isRunning: boolean, follow: Follow): void {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => {
    if (!isRunning) return undefined;
    const move = (event: globalThis.PointerEvent) => latest.current.move(event);
    const end = () => latest.current.end();
    const giveUp = () => latest.current.giveUp();
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') giveUp();
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', giveUp);
    addEventListener('keydown', key);
    return () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', giveUp);
      removeEventListener('keydown', key);
    };
  }, [isRunning]);
}

/**
 * Draws, moves and stretches ranges with mouse, pen or finger. `onDone` gets where it ended, or `onClick` when it never
 * moved; Escape gives up.
 */
export function useRangeDrag(
  onDone: (draft: Draft) => void,
  onClick: (draft: Draft, isNew: boolean) => void,
): RangeDrag {
  const grid = useRef<HTMLDivElement>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const now = useRef<Running | null>(null);
  const begun = useRef<Running | null>(null);
  const show = (next: Running | null) => {
    now.current = next;
    setRunning(next);
  };
  useFollow(running !== null, {
    move: (event) => {
      const at = grid.current && placeIn(grid.current, event.clientX, event.clientY);
      const [start, last] = [begun.current, now.current];
      if (!at || !start || !last) return;
      const distance = Math.hypot(event.clientX - start.x, event.clientY - start.y);
      const hasMoved = last.hasMoved || distance > slackPixels;
      if (hasMoved) show({ ...last, hasMoved, draft: moved(start, at) });
    },
    end: () => {
      const last = now.current;
      show(null);
      if (!last) return;
      if (last.hasMoved) onDone(last.draft);
      else onClick(last.draft, last.handle === 'new');
    },
    giveUp: () => show(null),
  });
  return {
    grid,
    draft: running?.hasMoved ? running.draft : null,
    begin: (event, from, handle) => {
      const at = grid.current && placeIn(grid.current, event.clientX, event.clientY);
      if (event.button !== 0 || !at) return;
      const start = from.start ?? Math.floor(at.minute / 60) * 60;
      const end = from.end ?? start + 60;
      const grab = handle === 'body' ? at.minute - start : at.minute;
      const { clientX: x, clientY: y } = event;
      begun.current = { draft: { ...from, start, end }, handle, grab, x, y, hasMoved: false };
      show(begun.current);
    },
  };
}
