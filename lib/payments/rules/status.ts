import { defineMachine } from '@/lib/shared/status-machine';

/** Where the money of one booking or seat is. */
export const paymentStatuses = [
  'none',
  'not_needed',
  'checkout_open',
  'setup_open',
  'card_on_file',
  'charging',
  'due',
  'processing',
  'authorised',
  'paid_held',
  'delivered_held',
  'claim_open',
  'releasable',
  'in_payout',
  'transferred',
  'refunding',
  'refunded',
  'disputed',
  'charged_back',
  'clawback',
  'settled_offline',
  'uncollectible',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export function isPaymentStatus(text: string): text is PaymentStatus {
  return paymentStatuses.some((status) => status === text);
}

/** `system` is a webhook or a job: only they report what happened to money. */
export const paymentParties = ['client', 'provider', 'system', 'admin'] as const;
export type PaymentParty = (typeof paymentParties)[number];

/** Transitions of a payment (docs/rules.md, Payments). `effects` names ledger entries and what else follows. */
export const paymentMachine = defineMachine({
  statuses: paymentStatuses,
  actors: paymentParties,
  transitions: {
    /** Nothing is to pay: price 0. */
    needNothing: { from: ['none'], to: 'not_needed', by: ['client', 'system'] },
    /** The client goes to pay. */
    openCheckout: { from: ['none'], to: 'checkout_open', by: ['client'], effects: ['checkout'] },
    /** The client leaves a card that is charged later: paid before entry, or more than 60 days ahead. */
    openSetup: { from: ['none'], to: 'setup_open', by: ['client'], effects: ['setup'] },
    /** Paid outside the platform. */
    owe: { from: ['none'], to: 'due', by: ['client', 'system'] },
    /** The card is stored, with consent. */
    storeCard: { from: ['setup_open'], to: 'card_on_file', by: ['system'] },
    /** The same after the hold was over; the booking decides whether it is kept or forgotten. */
    storeCardLate: { from: ['none'], to: 'card_on_file', by: ['system'] },
    /** The hold is over, or the client let it go: the checkout is expired by us. */
    holdOver: {
      from: ['checkout_open', 'setup_open'],
      to: 'none',
      by: ['system', 'client'],
      timer: 'heldUntil',
      effects: ['expireCheckout'],
    },
    /** Request mode: the bank reserved the amount. */
    authorise: { from: ['checkout_open'], to: 'authorised', by: ['system'] },
    /** The same after the hold was over; the booking decides whether it is kept or released. */
    authoriseLate: { from: ['none'], to: 'authorised', by: ['system'] },
    /** Accepted, and the amount was collected. */
    capture: { from: ['authorised'], to: 'paid_held', by: ['system'], effects: ['E1'] },
    /** Rejected, silent, withdrawn or too late: the reservation is given up, nothing was charged. */
    releaseAuthorisation: { from: ['authorised'], to: 'none', by: ['system'] },
    /** The method takes a while. */
    startProcessing: { from: ['checkout_open'], to: 'processing', by: ['system'] },
    /** Amount and currency are as due. */
    pay: { from: ['checkout_open', 'processing'], to: 'paid_held', by: ['system'], effects: ['E1'] },
    /** The same after the hold was over; when the time is taken by then, the refund follows. */
    payLate: { from: ['none'], to: 'paid_held', by: ['system'], effects: ['E1'] },
    /** Amount or currency differ from what is due: it goes back, and somebody looks. */
    refuseMismatch: {
      from: ['none', 'checkout_open', 'processing', 'authorised', 'charging', 'due'],
      to: 'refunding',
      by: ['system'],
      effects: ['E1', 'refund', 'alarm'],
    },
    /** At the door, 7 days before the start, or for a late cancellation or absence. */
    chargeCard: { from: ['card_on_file'], to: 'charging', by: ['system', 'client'], effects: ['offSession'] },
    /** Free cancellation, rejection, provider's cancellation or absence. */
    detachCard: {
      from: ['card_on_file'],
      to: 'none',
      by: ['system', 'client', 'provider'],
      effects: ['detach'],
    },
    /** The stored card was charged before the session. */
    chargeSucceeded: { from: ['charging'], to: 'paid_held', by: ['system'], effects: ['E1'] },
    /** The stored card was charged for a late cancellation or absence. */
    chargeSucceededDelivered: {
      from: ['charging'],
      to: 'delivered_held',
      by: ['system'],
      effects: ['E1', 'E3'],
    },
    /** Declined at the door: the door stays shut until paid. */
    chargeFailedAtDoor: { from: ['charging'], to: 'checkout_open', by: ['system'] },
    /** Declined, or the bank wants to ask the client: a link to pay goes by mail; retried after 1, 3 and 7 days. */
    chargeDeclined: { from: ['charging'], to: 'due', by: ['system'], effects: ['mailPayLink'] },
    /** Declined, or not tried any more, while the session was cancelled free of charge: nothing is due. */
    chargeDropped: { from: ['charging'], to: 'none', by: ['system'], effects: ['detach'] },
    /** Declined at the door, and then the session took place, was cancelled late, or nobody came. */
    oweAfterDoor: {
      from: ['checkout_open'],
      to: 'due',
      by: ['client', 'provider', 'system'],
      effects: ['mailPayLink'],
    },
    /** Cancelled free of charge, by the provider, or unpaid two days before the start: nothing is due any more. */
    forgive: {
      from: ['due', 'settled_offline'],
      to: 'none',
      by: ['client', 'provider', 'system', 'admin'],
      effects: ['takeOutRecords'],
    },
    /** The retry of a declined charge. */
    retryCharge: { from: ['due'], to: 'charging', by: ['system'], effects: ['offSession'] },
    /** Paid by the link before the session. */
    payByLink: { from: ['due'], to: 'paid_held', by: ['system'], effects: ['E1'] },
    /** Paid by the link after the session, the late cancellation or the absence. */
    payByLinkDelivered: { from: ['due'], to: 'delivered_held', by: ['system'], effects: ['E1', 'E3'] },
    /** Amounts recorded outside the platform have reached the price. */
    settleOffline: { from: ['due'], to: 'settled_offline', by: ['provider'], effects: ['E16'] },
    /** A recorded amount was wrong and is taken out again. */
    reopenOffline: { from: ['settled_offline'], to: 'due', by: ['provider'], effects: ['E16'] },
    /** Nothing came for 60 days. */
    giveUp: { from: ['due'], to: 'uncollectible', by: ['system'], timer: 'dueSince + 60 d' },
    /** Free cancellation, provider's cancellation or absence, event not held: all goes back. */
    refund: {
      from: ['paid_held'],
      to: 'refunding',
      by: ['client', 'provider', 'system', 'admin'],
      effects: ['refund'],
    },
    /** Everything due back has arrived. */
    refunded: { from: ['refunding'], to: 'refunded', by: ['system'], effects: ['E6', 'E9'] },
    /** A part has arrived; the rest is still the advisor's, held or already payable. */
    refundedInPart: { from: ['refunding'], to: 'delivered_held', by: ['system'], effects: ['E10'] },
    refundedInPartReleased: { from: ['refunding'], to: 'releasable', by: ['system'], effects: ['E10'] },
    /** A part has arrived before the price was earned; the rest is still prepaid. */
    refundedInPartPrepaid: { from: ['refunding'], to: 'paid_held', by: ['system'], effects: ['E6'] },
    /** Started, cancelled late, or absent: earned, and held until the claim window is over. */
    deliver: {
      from: ['paid_held'],
      to: 'delivered_held',
      by: ['client', 'provider', 'system'],
      effects: ['E3'],
    },
    /** A claim was made in time: frozen. */
    openClaim: { from: ['delivered_held'], to: 'claim_open', by: ['client', 'system'], effects: ['freeze'] },
    /** The claim ends with money back, all or a part. */
    refundClaim: {
      from: ['claim_open'],
      to: 'refunding',
      by: ['provider', 'admin', 'system'],
      effects: ['refund'],
    },
    /** The claim ends without: declined and accepted or silent, or decided for the provider. */
    declineClaim: {
      from: ['claim_open'],
      to: 'releasable',
      by: ['client', 'system', 'admin'],
      effects: ['E4'],
    },
    /** The window is over, without claim or dispute. */
    release: {
      from: ['delivered_held'],
      to: 'releasable',
      by: ['system'],
      timer: 'claimUntil',
      effects: ['E4'],
    },
    /** An admin gives back what is earned and not yet paid out. */
    refundByAdmin: {
      from: ['delivered_held', 'releasable'],
      to: 'refunding',
      by: ['admin'],
      effects: ['refund'],
    },
    /** The provider says within the day that they did not come after all: what is earned goes back while it is held. */
    takeBack: { from: ['delivered_held'], to: 'refunding', by: ['provider'], effects: ['refund'] },
    /**
     * A rule gives back what counted as earned, by a claim during the session or after a late cancellation: the provider
     * never came, or the event was cancelled after all.
     */
    returnEarned: {
      from: ['delivered_held', 'releasable'],
      to: 'refunding',
      by: ['system'],
      effects: ['refund'],
    },
    /** A claim came to nothing before its session was over: what is held waits for the window as if there had been none. */
    unfreeze: { from: ['claim_open'], to: 'delivered_held', by: ['client', 'system', 'admin'] },
    /** Money may not be kept for 90 days: unpaid on day 85 it goes back. */
    refundUnpaid: {
      from: ['delivered_held', 'releasable'],
      to: 'refunding',
      by: ['system'],
      timer: 'chargedAt + 85 d',
      effects: ['refund'],
    },
    /** The transfer is on its way. */
    startPayout: { from: ['releasable'], to: 'in_payout', by: ['system'], effects: ['transfer'] },
    /** The transfer arrived. */
    payoutDone: { from: ['in_payout'], to: 'transferred', by: ['system'], effects: ['E5'] },
    /** The transfer failed: shown in admin, tried again with a new number. */
    payoutFailed: { from: ['in_payout'], to: 'releasable', by: ['system'], effects: ['alarm'] },
    /** The bank disputes the charge: frozen. */
    disputeOpened: {
      from: [
        'paid_held',
        'delivered_held',
        'claim_open',
        'releasable',
        'in_payout',
        'transferred',
        'refunding',
      ],
      to: 'disputed',
      by: ['system'],
      effects: ['E13', 'freeze'],
    },
    /** Won, or lost in part: back to where it was, which the payment remembers. One transition for each place. */
    disputeWonPaid: { from: ['disputed'], to: 'paid_held', by: ['system'], effects: ['E13'] },
    disputeWonDelivered: { from: ['disputed'], to: 'delivered_held', by: ['system'], effects: ['E13'] },
    disputeWonClaim: { from: ['disputed'], to: 'claim_open', by: ['system'], effects: ['E13'] },
    disputeWonReleasable: { from: ['disputed'], to: 'releasable', by: ['system'], effects: ['E13'] },
    disputeWonTransferred: { from: ['disputed'], to: 'transferred', by: ['system'], effects: ['E13'] },
    disputeWonRefunding: { from: ['disputed'], to: 'refunding', by: ['system'], effects: ['E13'] },
    /** Lost: the bank took it back, also while an admin was giving it back after the payout. */
    disputeLost: { from: ['disputed', 'clawback'], to: 'charged_back', by: ['system'], effects: ['E13'] },
    /** An admin, or a rule that gives everything back, takes what was already paid out. */
    refundAfterTransfer: {
      from: ['transferred'],
      to: 'clawback',
      by: ['admin', 'system'],
      effects: ['refund', 'reversal'],
    },
    /** The refund went out; the reversal, or the advisor's debt, is in the ledger. */
    clawbackDone: { from: ['clawback'], to: 'refunded', by: ['system'], effects: ['E12'] },
    /** The same for a part; the rest stays paid out. */
    clawbackDoneInPart: { from: ['clawback'], to: 'transferred', by: ['system'], effects: ['E12'] },
  },
});

export type PaymentTransition = keyof typeof paymentMachine.transitions;
