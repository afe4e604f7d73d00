import { defineMachine } from '@/lib/shared/status-machine';

/** The operator's own money on its way to its bank. */
export const ownPayoutStatuses = ['requested', 'sent', 'paid', 'failed'] as const;
export type OwnPayoutStatus = (typeof ownPayoutStatuses)[number];

/**
 * How a payout of the operator moves, by what the payment service says of it. It only goes forward: a view of it that was read
 * earlier and comes later changes nothing. A bank may send back also what had arrived.
 */
export const ownPayoutMachine = defineMachine({
  statuses: ownPayoutStatuses,
  actors: ['system'],
  transitions: {
    send: { from: ['requested'], to: 'sent', by: ['system'], effects: ['E18'] },
    arrive: { from: ['requested', 'sent'], to: 'paid', by: ['system'] },
    fail: { from: ['requested', 'sent', 'paid'], to: 'failed', by: ['system'] },
  },
});

export type OwnPayoutTransition = keyof typeof ownPayoutMachine.transitions;
