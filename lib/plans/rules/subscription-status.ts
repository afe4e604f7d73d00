import { defineMachine } from '@/lib/shared/status-machine';

/**
 * `pending`: chosen, not paid. `active`: paid. `past_due`: a renewal was not paid; the plan stays for the days of grace.
 * `ended`: over for good, another one may begin.
 */
export const subscriptionStatuses = ['pending', 'active', 'past_due', 'ended'] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** `system` is the word of the payment service, or time. */
export const subscriptionParties = ['provider', 'system'] as const;

/** Transitions of a plan that is paid for (docs/rules.md, Plans). */
export const subscriptionMachine = defineMachine({
  statuses: subscriptionStatuses,
  actors: subscriptionParties,
  transitions: {
    /** The first invoice is paid. */
    begin: { from: ['pending'], to: 'active', by: ['system'], effects: ['plan', 'mail'] },
    /** Chosen and not paid: given up. */
    abandon: { from: ['pending'], to: 'ended', by: ['provider', 'system'], effects: ['expireCheckout'] },
    /** A renewal was refused by the card. */
    fallBehind: { from: ['active'], to: 'past_due', by: ['system'], effects: ['mail', 'banner'] },
    /** What was owed is paid. */
    recover: { from: ['past_due'], to: 'active', by: ['system'] },
    /** The period that was paid for is over after a cancellation, or the days of grace are. */
    end: {
      from: ['active', 'past_due'],
      to: 'ended',
      by: ['system'],
      timer: 'graceUntil',
      effects: ['plan', 'mail'],
    },
  },
});

export type SubscriptionTransition = keyof typeof subscriptionMachine.transitions;

/** What the payment service says of a subscription. */
export type SaidStatus = 'active' | 'pastDue' | 'ended' | 'incomplete';

const steps: Readonly<
  Record<SubscriptionStatus, Readonly<Record<SaidStatus, readonly SubscriptionTransition[]>>>
> = {
  pending: { active: ['begin'], pastDue: ['begin', 'fallBehind'], ended: ['begin', 'end'], incomplete: [] },
  active: { active: [], pastDue: ['fallBehind'], ended: ['end'], incomplete: [] },
  past_due: { active: ['recover'], pastDue: [], ended: ['end'], incomplete: [] },
  ended: { active: [], pastDue: [], ended: [], incomplete: [] },
};

/**
 * The transitions that lead from a status to what is said now, whatever was missed on the way: news in any order, doubled
 * or late, end in the same place. What has ended stays so.
 */
export function stepsTo(status: SubscriptionStatus, said: SaidStatus): readonly SubscriptionTransition[] {
  return steps[status][said];
}
