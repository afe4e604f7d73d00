import { defineMachine } from '@/lib/shared/status-machine';
import { addHours, addMinutes } from '@/lib/shared/elapsed';

export const waitingStatuses = ['waiting', 'offered', 'booked', 'left', 'over'] as const;
export type WaitingStatus = (typeof waitingStatuses)[number];

/** Statuses of somebody who still waits. */
export const openWaits = ['waiting', 'offered'] as const satisfies WaitingStatus[];

/** The life of somebody's wait for a place (docs/rules.md, Waiting list). */
export const waitingMachine = defineMachine({
  statuses: waitingStatuses,
  actors: ['client', 'system'],
  transitions: {
    /** A place became free and is kept for this client. */
    offer: { from: ['waiting'], to: 'offered', by: ['system'] },
    /** The client did not want it, or did not answer in time: waits on for another one. */
    pass: { from: ['offered'], to: 'waiting', by: ['client', 'system'] },
    /** Booked what was offered; also by a payment that came late while the time was still free. */
    take: { from: ['offered', 'waiting'], to: 'booked', by: ['client', 'system'] },
    /** Waits no longer. */
    leave: { from: ['waiting'], to: 'left', by: ['client'] },
    /** The last of the chosen days is over. */
    end: { from: ['waiting'], to: 'over', by: ['system'] },
  },
});
export type WaitingTransition = keyof typeof waitingMachine.transitions;

/** Places that one client waits for at most. */
export const MOST_WAITING = 10;
/** The last day that can be waited for, counted from today. */
export const WAITING_DAYS = 90;
/** The last day that is proposed where nothing is free until then, counted from today. */
export const USUAL_WAITING_DAYS = 14;

const shownDays = 14;

/** What came to nothing is shown to whoever waited for 14 days: what was over by then no longer. */
export function shownSince(now: Date): Date {
  return addHours(now, -24 * shownDays);
}

const usualHours = 2;
const soonHours = 24;
const soonMinutes = 30;

/**
 * Until when a freed place is kept for the first in line: 2 hours; 30 minutes when it starts within 24 hours, that
 * instant included; never beyond its start.
 */
export function offerEnds(startsAt: Date, now: Date): Date {
  const isSoon = startsAt <= addHours(now, soonHours);
  const end = isSoon ? addMinutes(now, soonMinutes) : addHours(now, usualHours);
  return end < startsAt ? end : startsAt;
}
