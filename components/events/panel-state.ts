import type { OwnEventSeats } from '@/lib/events/types';

export type PanelState =
  | 'booked'
  | 'held'
  | 'waiting'
  | 'open'
  | 'full'
  | 'early'
  | 'closed'
  | 'started'
  | 'over'
  | 'unbookable';

type Times = { start: Date; end: Date };

/**
 * What a reader can do about a seat now. Their own seat comes before everything, then the clock, then why none can be
 * taken. A seat that is free is better than a place in the line.
 */
export function panelState(
  { start, end }: Times,
  { own, isWaiting, refusal }: OwnEventSeats,
  now: Date,
): PanelState {
  if (now >= end) return 'over';
  if (own) return own.isHeld ? 'held' : 'booked';
  if (now >= start) return 'started';
  if (refusal === null) return 'open';
  if (refusal === 'event.full') return isWaiting ? 'waiting' : 'full';
  if (refusal === 'payment.tooFarAhead') return 'early';
  return refusal === 'event.closed' ? 'closed' : 'unbookable';
}
