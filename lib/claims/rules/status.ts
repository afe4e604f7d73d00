import { defineMachine } from '@/lib/shared/status-machine';

/** The life of a claim. The first three are open: its money is frozen. */
export const claimStatuses = [
  'opened',
  'answered',
  'with_admin',
  'refunded',
  'accepted',
  'withdrawn',
  'decided',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** `system` is a sweep that says what time, or the payment service, has decided. */
export const claimParties = ['client', 'provider', 'system', 'admin'] as const;
export type ClaimParty = (typeof claimParties)[number];

/** Transitions of a claim, the only way to a new status (docs/rules.md, Claims). */
export const claimMachine = defineMachine({
  statuses: claimStatuses,
  actors: claimParties,
  transitions: {
    /** The provider gives everything back that is left; also after declining, and while an admin looks at it. */
    refundInFull: {
      from: ['opened', 'answered', 'with_admin'],
      to: 'refunded',
      by: ['provider'],
      effects: ['refund', 'tellBoth'],
    },
    /** The provider gives a part back at once; the rest stays frozen until the client has replied. */
    refundPart: {
      from: ['opened'],
      to: 'answered',
      by: ['provider'],
      timer: 'answerBy',
      effects: ['refund', 'tellBoth'],
    },
    /** The provider gives nothing back, with reasons. */
    decline: { from: ['opened'], to: 'answered', by: ['provider'], timer: 'answerBy', effects: ['tellBoth'] },
    /** No answer within 72 h. */
    answerTimeOver: {
      from: ['opened'],
      to: 'with_admin',
      by: ['system'],
      timer: 'answerBy',
      effects: ['tellBoth'],
    },
    /** The client is content with the answer. */
    accept: {
      from: ['answered'],
      to: 'accepted',
      by: ['client'],
      timer: 'replyBy',
      effects: ['release', 'tellBoth'],
    },
    /** The client said nothing for 72 h: that accepts. */
    replyTimeOver: {
      from: ['answered'],
      to: 'accepted',
      by: ['system'],
      timer: 'replyBy',
      effects: ['release', 'tellBoth'],
    },
    /** The client says that it is not solved. */
    contest: {
      from: ['answered'],
      to: 'with_admin',
      by: ['client'],
      timer: 'replyBy',
      effects: ['tellBoth'],
    },
    /** The client says that it is solved before anybody has decided. */
    withdraw: {
      from: ['opened', 'with_admin'],
      to: 'withdrawn',
      by: ['client'],
      effects: ['release', 'tellBoth'],
    },
    /** An admin decides, with reasons to both. */
    decide: {
      from: ['with_admin'],
      to: 'decided',
      by: ['admin'],
      timer: 'dueAt',
      effects: ['refund', 'release', 'tellBoth'],
    },
    /** Everything went back by another rule, or by the bank, while the claim was open. */
    moneyReturned: {
      from: ['opened', 'answered', 'with_admin'],
      to: 'refunded',
      by: ['system'],
      effects: ['tellBoth'],
    },
  },
});
export type ClaimTransition = keyof typeof claimMachine.transitions;

export const openStatuses = ['opened', 'answered', 'with_admin'] as const satisfies ClaimStatus[];

/** Whether something is still to be said or decided. */
export function isOpenClaim(status: ClaimStatus): boolean {
  return openStatuses.some((open) => open === status);
}
