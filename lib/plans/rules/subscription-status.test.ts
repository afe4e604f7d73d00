import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type SaidStatus,
  stepsTo,
  type SubscriptionStatus,
  subscriptionMachine,
  subscriptionParties,
  subscriptionStatuses,
  type SubscriptionTransition,
} from '@/lib/plans/rules/subscription-status';

const names = Object.keys(subscriptionMachine.transitions) as SubscriptionTransition[];

test('every move that is possible, by whom', () => {
  const possible = names.flatMap((name) =>
    subscriptionStatuses.flatMap((status) =>
      subscriptionParties
        .filter((by) => subscriptionMachine.canTransition(status, name, by))
        .map((by) => `${status} ${name} ${by}`),
    ),
  );
  expect(possible).toEqual([
    'pending begin system',
    'pending abandon provider',
    'pending abandon system',
    'active fallBehind system',
    'past_due recover system',
    'active end system',
    'past_due end system',
  ]);
});

const saidOf: readonly SaidStatus[] = ['active', 'pastDue', 'ended', 'incomplete'];
const follow = (status: SubscriptionStatus, said: SaidStatus): SubscriptionStatus =>
  stepsTo(status, said).reduce<SubscriptionStatus>((current, name) => {
    const next = subscriptionMachine.next(current, name, 'system');
    if (!next.ok) throw new Error(`${name} from ${current}`);
    return next.value;
  }, status);

test.each([
  ['pending', 'active', 'active'],
  ['pending', 'pastDue', 'past_due'],
  ['pending', 'ended', 'ended'],
  ['pending', 'incomplete', 'pending'],
  ['active', 'pastDue', 'past_due'],
  ['active', 'ended', 'ended'],
  ['past_due', 'active', 'active'],
  ['past_due', 'ended', 'ended'],
  ['ended', 'active', 'ended'],
] as const)('%s, said to be %s, is %s', (status, said, end) => {
  expect(follow(status, said)).toBe(end);
});

test('whatever was heard before, the last word counts, and hearing it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...saidOf.filter((said) => said !== 'ended'))), (heard) => {
      const end = heard.reduce(follow, 'pending' as SubscriptionStatus);
      const last = heard.findLast((said) => said !== 'incomplete');
      expect(end).toBe(last === undefined ? 'pending' : follow('pending', last));
      expect(follow(end, last ?? 'incomplete')).toBe(end);
    }),
  );
});
