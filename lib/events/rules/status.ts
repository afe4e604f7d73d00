import { defineMachine } from '@/lib/shared/status-machine';

/** The life of an event: a draft, on sale, then over, with or without having taken place. */
export const eventStatuses = ['draft', 'published', 'completed', 'cancelled'] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** Why an event was cancelled. */
export const eventEndings = ['by_host', 'below_minimum', 'host_absent'] as const;
export type EventEnding = (typeof eventEndings)[number];

export const eventParties = ['client', 'provider', 'system', 'admin'] as const;
export type EventParty = (typeof eventParties)[number];

/** Transitions of an event, the only way to a new status (docs/rules.md, Events). */
export const eventMachine = defineMachine({
  statuses: eventStatuses,
  actors: eventParties,
  transitions: {
    /** On sale from now on; the host's time is taken. */
    publish: { from: ['draft'], to: 'published', by: ['provider'], effects: ['occupy'] },
    /** The host, or an admin who closes the account, cancels before the start: everything paid goes back. */
    cancelByHost: {
      from: ['published'],
      to: 'cancelled',
      by: ['provider', 'admin'],
      timer: 'startsAt',
      effects: ['freeTime', 'refund', 'tellAll'],
    },
    /** Fewer seats are booked at the deadline than it takes: everything paid goes back. */
    belowMinimum: {
      from: ['published'],
      to: 'cancelled',
      by: ['system'],
      timer: 'bookUntil',
      effects: ['freeTime', 'refund', 'tellAll'],
    },
    /** The host was there for less than five minutes: nobody is charged. */
    hostAbsent: {
      from: ['published'],
      to: 'cancelled',
      by: ['system'],
      timer: 'endsAt',
      effects: ['freeTime', 'refund', 'tellAll'],
    },
    /** It took place: the price is due for each seat that was paid. */
    complete: { from: ['published'], to: 'completed', by: ['system'], timer: 'endsAt', effects: ['deliver'] },
  },
});
export type EventTransition = keyof typeof eventMachine.transitions;

/** The transition that ends an event for a reason. */
export const endingTransition = {
  by_host: 'cancelByHost',
  below_minimum: 'belowMinimum',
  host_absent: 'hostAbsent',
} as const satisfies Record<EventEnding, EventTransition>;

/**
 * The life of a seat. `held` and `expired` are internal: a held seat shows only as "finish paying", an expired one not at
 * all.
 */
export const seatStatuses = ['held', 'expired', 'booked', 'attended', 'absent', 'cancelled'] as const;
export type SeatStatus = (typeof seatStatuses)[number];

/** Transitions of a seat, the only way to a new status. */
export const seatMachine = defineMachine({
  statuses: seatStatuses,
  actors: eventParties,
  transitions: {
    /** Paid, or nothing is to pay. */
    confirm: { from: ['held'], to: 'booked', by: ['system', 'client'], effects: ['tellBoth'] },
    /** A payment came after the hold was over, and a seat is still free. */
    confirmLate: { from: ['expired'], to: 'booked', by: ['system'], effects: ['tellBoth'] },
    /** The hold is over, unpaid, or its event ended: the seat has been free since then, this only records it. */
    holdOver: {
      from: ['held'],
      to: 'expired',
      by: ['system', 'provider', 'admin'],
      timer: 'heldUntil',
      effects: ['expireCheckout'],
    },
    /** The client lets the seat go before paying. */
    abandon: { from: ['held'], to: 'expired', by: ['client'], effects: ['expireCheckout'] },
    /** The client cancels in time: everything goes back at once. */
    cancelFree: { from: ['booked'], to: 'cancelled', by: ['client'], effects: ['refund', 'tellBoth'] },
    /** The client cancels late: what becomes of the money is judged at the end. */
    cancelLate: { from: ['booked'], to: 'cancelled', by: ['client'], effects: ['tellBoth'] },
    /** Within the period and before the start the client withdraws from the contract (docs/rules.md, Withdrawal). */
    withdrawContract: { from: ['booked'], to: 'cancelled', by: ['client'], effects: ['refund', 'tellBoth'] },
    /** The event was cancelled, or its host did not come: everything goes back. */
    eventCancelled: {
      from: ['booked'],
      to: 'cancelled',
      by: ['provider', 'system', 'admin'],
      effects: ['refund', 'tellClient'],
    },
    /** The client was there. */
    attend: { from: ['booked'], to: 'attended', by: ['system'], timer: 'endsAt', effects: ['deliver'] },
    /** The client did not come: the price is due all the same. */
    miss: {
      from: ['booked'],
      to: 'absent',
      by: ['system'],
      timer: 'endsAt',
      effects: ['deliver', 'tellClient'],
    },
  },
});
export type SeatTransition = keyof typeof seatMachine.transitions;

/** Statuses in which a seat is taken without end; a held one is until its hold is over. */
export const takingStatuses = ['booked', 'attended', 'absent'] as const satisfies SeatStatus[];
