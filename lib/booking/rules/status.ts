import { defineMachine } from '@/lib/shared/status-machine';

/**
 * The life of a booking. `held` and `expired` are internal: a held booking shows only as "finish paying", an
 * expired one not at all, unless the provider proposed it. `proposed` waits for the client; the other six are what
 * comes of every booking.
 */
export const bookingStatuses = [
  'held',
  'pending',
  'accepted',
  'rejected',
  'completed',
  'cancelled',
  'missed',
  'expired',
  'proposed',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

/** Who moves a booking; `system` is a job or a webhook. */
export const bookingParties = ['client', 'provider', 'system', 'admin'] as const;
export type BookingParty = (typeof bookingParties)[number];

/** Transitions of a booking, the only way to a new status (docs/rules.md, Bookings). */
export const bookingMachine = defineMachine({
  statuses: bookingStatuses,
  actors: bookingParties,
  transitions: {
    /** The payment service authorised (or nothing is to pay now) and the service asks the provider first. */
    requestPaid: {
      from: ['held'],
      to: 'pending',
      by: ['system', 'client'],
      effects: ['occupy', 'setAnswerDeadline', 'tellBoth'],
    },
    /** Paid (or nothing is to pay now) and the service confirms at once. */
    confirmPaid: {
      from: ['held'],
      to: 'accepted',
      by: ['system', 'client'],
      effects: ['occupy', 'tellBoth'],
    },
    /** A payment came after the hold was over, and the time is still free: as if it had come in time. */
    requestPaidLate: {
      from: ['expired'],
      to: 'pending',
      by: ['system'],
      effects: ['occupy', 'setAnswerDeadline', 'tellBoth'],
    },
    /** The same for a service that confirms at once. */
    confirmPaidLate: { from: ['expired'], to: 'accepted', by: ['system'], effects: ['occupy', 'tellBoth'] },
    /** The hold is over, unpaid: the time has been free since then, this only records it. */
    holdOver: {
      from: ['held'],
      to: 'expired',
      by: ['system'],
      timer: 'heldUntil',
      effects: ['freeTime', 'expireCheckout'],
    },
    /** The client lets the time go before paying. */
    abandon: { from: ['held'], to: 'expired', by: ['client'], effects: ['freeTime', 'expireCheckout'] },
    /** The client accepts what the provider proposed, and has paid what is due: nobody is asked again. */
    acceptProposal: {
      from: ['proposed'],
      to: 'accepted',
      by: ['system', 'client'],
      effects: ['occupy', 'tellBoth'],
    },
    /** The two have agreed elsewhere on a session that costs nothing: entered by the provider as confirmed. */
    enterAgreed: { from: ['proposed'], to: 'accepted', by: ['provider'], effects: ['occupy', 'tellBoth'] },
    /** The client says no to a proposal; a reason is optional. */
    declineProposal: {
      from: ['proposed'],
      to: 'rejected',
      by: ['client'],
      effects: ['freeTime', 'expireCheckout', 'tellBoth'],
    },
    /** The provider takes a proposal back before it is answered. */
    withdrawProposal: {
      from: ['proposed'],
      to: 'cancelled',
      by: ['provider'],
      effects: ['freeTime', 'expireCheckout', 'tellBoth'],
    },
    /** Nobody answered the proposal: the time has been free since its deadline, this only records it. */
    proposalOver: {
      from: ['proposed'],
      to: 'expired',
      by: ['system'],
      timer: 'heldUntil',
      effects: ['freeTime', 'expireCheckout', 'tellBoth'],
    },
    /** The provider says yes, before the answer deadline. */
    accept: {
      from: ['pending'],
      to: 'accepted',
      by: ['provider'],
      timer: 'answerBy',
      effects: ['capture', 'tellBoth'],
    },
    /** The provider says no; a reason is optional. Nothing is charged. */
    reject: {
      from: ['pending'],
      to: 'rejected',
      by: ['provider'],
      effects: ['freeTime', 'releaseMoney', 'tellBoth'],
    },
    /** Silence rejects. */
    answerTimeOver: {
      from: ['pending'],
      to: 'rejected',
      by: ['system'],
      timer: 'answerBy',
      effects: ['freeTime', 'releaseMoney', 'tellBoth'],
    },
    /** The client takes a request back before it is answered, at no cost. */
    withdraw: {
      from: ['pending'],
      to: 'cancelled',
      by: ['client'],
      effects: ['freeTime', 'releaseMoney', 'tellBoth'],
    },
    /** The client cancels before the start; what is due, the cancellation rule says. */
    cancelByClient: {
      from: ['accepted'],
      to: 'cancelled',
      by: ['client'],
      timer: 'startsAt',
      effects: ['freeTime', 'settleCancellation', 'tellBoth'],
    },
    /** Within the period and before the start the client withdraws from the contract (docs/rules.md, Withdrawal). */
    withdrawContract: {
      from: ['pending', 'accepted'],
      to: 'cancelled',
      by: ['client'],
      timer: 'startsAt',
      effects: ['freeTime', 'refund', 'tellBoth'],
    },
    /** Both sides agreed on another time: the session moves there, with its price and its money. */
    reschedule: {
      from: ['accepted'],
      to: 'accepted',
      by: ['client', 'provider'],
      timer: 'startsAt',
      effects: ['occupy', 'tellBoth'],
    },
    /** The provider cancels before the start: everything paid goes back. */
    cancelByProvider: {
      from: ['accepted'],
      to: 'cancelled',
      by: ['provider'],
      timer: 'startsAt',
      effects: ['freeTime', 'refund', 'tellBoth'],
    },
    /** An admin closes an account: future bookings go back in full. */
    cancelByAdmin: {
      from: ['pending', 'accepted'],
      to: 'cancelled',
      by: ['admin'],
      effects: ['freeTime', 'refund', 'tellBoth'],
    },
    /** The money that was reserved is gone, or what came was not what is due: nothing is charged, or all goes back. */
    paymentLost: {
      from: ['pending', 'accepted'],
      to: 'cancelled',
      by: ['system'],
      effects: ['freeTime', 'tellBoth'],
    },
    /** Both were in the room together; in person the provider says so, or nothing. The full price is due. */
    complete: {
      from: ['accepted'],
      to: 'completed',
      by: ['system', 'provider'],
      timer: 'endsAt',
      effects: ['deliver', 'tellBothInPerson'],
    },
    /** The provider waited and the client never came; in person the provider says so. The full price is due. */
    markMissed: {
      from: ['accepted'],
      to: 'missed',
      by: ['system', 'provider'],
      timer: 'endsAt',
      effects: ['deliver', 'tellBoth'],
    },
    /** The provider did not come, or not for long enough; in person the provider says so. Everything paid goes back. */
    providerNeverCame: {
      from: ['accepted'],
      to: 'cancelled',
      by: ['system', 'provider'],
      timer: 'endsAt',
      effects: ['refund', 'tellBoth'],
    },
    /** Within 24 h of the end the provider says that the session was missed after all. */
    correctToMissed: { from: ['completed'], to: 'missed', by: ['provider'], effects: ['tellBoth'] },
    /** Within 24 h of the end the provider says that the session took place after all. */
    correctToCompleted: { from: ['missed'], to: 'completed', by: ['provider'], effects: ['tellBoth'] },
    /** Within 24 h of the end the provider says that it was they who did not come: everything paid goes back. */
    correctToNeverCame: {
      from: ['completed', 'missed'],
      to: 'cancelled',
      by: ['provider'],
      effects: ['freeTime', 'refund', 'tellBoth'],
    },
  },
});

export type BookingTransition = keyof typeof bookingMachine.transitions;

/**
 * The statuses in which a booking takes the specialist's time without end; holds and proposals take it until they are
 * over.
 */
export const occupyingStatuses = ['pending', 'accepted'] as const satisfies BookingStatus[];

/** Whether a booking in this status takes the specialist's time, holds and proposals apart. */
export function isOccupying(status: BookingStatus): boolean {
  return occupyingStatuses.some((occupying) => occupying === status);
}

/** Nothing moves a closed booking any more, save the provider's correction of the outcome. */
export function isClosed(status: BookingStatus): boolean {
  return status !== 'held' && status !== 'pending' && status !== 'accepted' && status !== 'proposed';
}
