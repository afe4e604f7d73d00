import { expect, test } from 'vitest';
import { type OwnPayoutTransition, ownPayoutMachine, ownPayoutStatuses } from './own-payout-status';

/** Where each transition leads from requested, sent, paid and failed; null where it changes nothing. */
const table: Record<OwnPayoutTransition, (string | null)[]> = {
  send: ['sent', null, null, null],
  arrive: ['paid', 'paid', null, null],
  fail: ['failed', 'failed', 'failed', null],
};

test.each(Object.entries(table))('%s', (name, expected) => {
  const led = ownPayoutStatuses.map((status) => {
    const next = ownPayoutMachine.next(status, name as OwnPayoutTransition, 'system');
    return next.ok ? next.value : null;
  });
  expect(led).toEqual(expected);
});
