import { describe, expect, test } from 'vitest';
import {
  type PaymentStatus,
  type PaymentTransition,
  paymentMachine,
  paymentParties,
  paymentStatuses,
} from '@/lib/payments/rules/status';

const transitions = Object.keys(paymentMachine.transitions).filter(
  (name): name is PaymentTransition => name in paymentMachine.transitions,
);

/** Runs transitions one after the other, each by somebody who may. */
function follow(path: readonly PaymentTransition[], from: PaymentStatus = 'none'): PaymentStatus {
  return path.reduce<PaymentStatus>((status, transition) => {
    const by = paymentMachine.transitions[transition].by[0];
    const next = by === undefined ? undefined : paymentMachine.next(status, transition, by);
    if (next?.ok !== true) throw new Error(`${transition} is impossible from ${status}`);
    return next.value;
  }, from);
}

describe('the ways of money', () => {
  test.each([
    ['free', ['needNothing'], 'not_needed'],
    [
      'instant, paid out',
      ['openCheckout', 'pay', 'deliver', 'release', 'startPayout', 'payoutDone'],
      'transferred',
    ],
    ['request, accepted', ['openCheckout', 'authorise', 'capture'], 'paid_held'],
    ['request, rejected', ['openCheckout', 'authorise', 'releaseAuthorisation'], 'none'],
    ['a slow method', ['openCheckout', 'startProcessing', 'pay'], 'paid_held'],
    ['hold over, paid later', ['openCheckout', 'holdOver', 'payLate', 'refund', 'refunded'], 'refunded'],
    [
      'hold over, authorised later',
      ['openCheckout', 'holdOver', 'authoriseLate', 'releaseAuthorisation'],
      'none',
    ],
    ['hold over, tried again', ['openCheckout', 'holdOver', 'openCheckout', 'pay'], 'paid_held'],
    ['wrong amount', ['openCheckout', 'refuseMismatch', 'refunded'], 'refunded'],
    ['cancelled in time', ['openCheckout', 'pay', 'refund', 'refunded'], 'refunded'],
    [
      'earned, and taken back by the provider',
      ['openCheckout', 'pay', 'deliver', 'takeBack', 'refunded'],
      'refunded',
    ],
    ['card at the door', ['openSetup', 'storeCard', 'chargeCard', 'chargeSucceeded'], 'paid_held'],
    [
      'card refused at the door',
      ['openSetup', 'storeCard', 'chargeCard', 'chargeFailedAtDoor', 'pay'],
      'paid_held',
    ],
    [
      'card for absence',
      ['openSetup', 'storeCard', 'chargeCard', 'chargeSucceededDelivered'],
      'delivered_held',
    ],
    ['card no longer needed', ['openSetup', 'storeCard', 'detachCard'], 'none'],
    [
      'declined, then by link',
      ['openSetup', 'storeCard', 'chargeCard', 'chargeDeclined', 'payByLinkDelivered'],
      'delivered_held',
    ],
    [
      'declined for good',
      ['openSetup', 'storeCard', 'chargeCard', 'chargeDeclined', 'giveUp'],
      'uncollectible',
    ],
    ['outside the platform', ['owe', 'settleOffline'], 'settled_offline'],
    ['outside the platform, recorded by mistake', ['owe', 'settleOffline', 'reopenOffline'], 'due'],
    ['outside the platform, cancelled', ['owe', 'settleOffline', 'forgive'], 'none'],
    ['hold over, card stored later', ['openSetup', 'holdOver', 'storeCardLate', 'detachCard'], 'none'],
    [
      'card refused at the door, then absent',
      ['openSetup', 'storeCard', 'chargeCard', 'chargeFailedAtDoor', 'oweAfterDoor', 'payByLinkDelivered'],
      'delivered_held',
    ],
    [
      'card refused three times before the session',
      [
        'openSetup',
        'storeCard',
        'chargeCard',
        'chargeDeclined',
        'retryCharge',
        'chargeDeclined',
        'retryCharge',
        'chargeDeclined',
        'forgive',
      ],
      'none',
    ],
    ['cancelled while the card was tried', ['openSetup', 'storeCard', 'chargeCard', 'chargeDropped'], 'none'],
    [
      'part given back after the payout',
      [
        'openCheckout',
        'pay',
        'deliver',
        'release',
        'startPayout',
        'payoutDone',
        'refundAfterTransfer',
        'clawbackDoneInPart',
      ],
      'transferred',
    ],
    [
      'part given back before the session',
      ['openCheckout', 'pay', 'refund', 'refundedInPartPrepaid'],
      'paid_held',
    ],
    [
      'claim, part given back',
      ['openCheckout', 'pay', 'deliver', 'openClaim', 'refundClaim', 'refundedInPart', 'release'],
      'releasable',
    ],
    [
      'claim declined',
      ['openCheckout', 'pay', 'deliver', 'openClaim', 'declineClaim', 'startPayout', 'payoutFailed'],
      'releasable',
    ],
    [
      'claim over before its session, and the provider never came',
      ['openCheckout', 'pay', 'deliver', 'openClaim', 'unfreeze', 'returnEarned', 'refunded'],
      'refunded',
    ],
    ['dispute lost', ['openCheckout', 'pay', 'deliver', 'disputeOpened', 'disputeLost'], 'charged_back'],
    [
      'refund after the payout',
      [
        'openCheckout',
        'pay',
        'deliver',
        'release',
        'startPayout',
        'payoutDone',
        'refundAfterTransfer',
        'clawbackDone',
      ],
      'refunded',
    ],
  ] as const)('%s', (_, path, end) => {
    expect(follow(path)).toBe(end);
  });
});

test('every status can be reached', () => {
  const reached = new Set<string>(transitions.map((name) => paymentMachine.transitions[name].to));
  expect(paymentStatuses.filter((status) => !reached.has(status))).toEqual([]);
});

test('no client and no provider reports money', () => {
  const reports = [
    'authorise',
    'capture',
    'pay',
    'payLate',
    'chargeSucceeded',
    'refunded',
    'payoutDone',
    'release',
  ] as const;
  for (const transition of reports) expect(paymentMachine.transitions[transition].by).toEqual(['system']);
});

test('what is over moves no more', () => {
  const ends = ['not_needed', 'refunded', 'charged_back', 'uncollectible'] as const;
  for (const status of ends)
    for (const transition of transitions)
      for (const by of paymentParties)
        expect(paymentMachine.canTransition(status, transition, by)).toBe(false);
});

test('a won dispute returns to each place it can come from', () => {
  const from = paymentMachine.transitions.disputeOpened.from.filter((status) => status !== 'in_payout');
  const back = transitions
    .filter((name) => name.startsWith('disputeWon'))
    .map((name) => paymentMachine.transitions[name].to);
  expect(back).toEqual(from);
});
