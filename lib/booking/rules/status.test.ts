import { expect, test } from 'vitest';
import {
  type BookingParty,
  type BookingStatus,
  type BookingTransition,
  bookingMachine,
  bookingParties,
  bookingStatuses,
  isClosed,
  isOccupying,
} from '@/lib/booking/rules/status';

/** Every legal move; all others are refused. */
const legal: readonly (readonly [BookingStatus, BookingTransition, BookingParty, BookingStatus])[] = [
  ['held', 'requestPaid', 'system', 'pending'],
  ['held', 'requestPaid', 'client', 'pending'],
  ['held', 'confirmPaid', 'system', 'accepted'],
  ['held', 'confirmPaid', 'client', 'accepted'],
  ['expired', 'requestPaidLate', 'system', 'pending'],
  ['expired', 'confirmPaidLate', 'system', 'accepted'],
  ['held', 'holdOver', 'system', 'expired'],
  ['held', 'abandon', 'client', 'expired'],
  ['proposed', 'acceptProposal', 'system', 'accepted'],
  ['proposed', 'acceptProposal', 'client', 'accepted'],
  ['proposed', 'enterAgreed', 'provider', 'accepted'],
  ['proposed', 'declineProposal', 'client', 'rejected'],
  ['proposed', 'withdrawProposal', 'provider', 'cancelled'],
  ['proposed', 'proposalOver', 'system', 'expired'],
  ['pending', 'accept', 'provider', 'accepted'],
  ['pending', 'reject', 'provider', 'rejected'],
  ['pending', 'answerTimeOver', 'system', 'rejected'],
  ['pending', 'withdraw', 'client', 'cancelled'],
  ['accepted', 'cancelByClient', 'client', 'cancelled'],
  ['accepted', 'cancelByProvider', 'provider', 'cancelled'],
  ['pending', 'withdrawContract', 'client', 'cancelled'],
  ['accepted', 'withdrawContract', 'client', 'cancelled'],
  ['accepted', 'reschedule', 'client', 'accepted'],
  ['accepted', 'reschedule', 'provider', 'accepted'],
  ['pending', 'cancelByAdmin', 'admin', 'cancelled'],
  ['accepted', 'cancelByAdmin', 'admin', 'cancelled'],
  ['pending', 'paymentLost', 'system', 'cancelled'],
  ['accepted', 'paymentLost', 'system', 'cancelled'],
  ['accepted', 'complete', 'system', 'completed'],
  ['accepted', 'complete', 'provider', 'completed'],
  ['accepted', 'markMissed', 'system', 'missed'],
  ['accepted', 'markMissed', 'provider', 'missed'],
  ['accepted', 'providerNeverCame', 'system', 'cancelled'],
  ['accepted', 'providerNeverCame', 'provider', 'cancelled'],
  ['completed', 'correctToMissed', 'provider', 'missed'],
  ['missed', 'correctToCompleted', 'provider', 'completed'],
  ['completed', 'correctToNeverCame', 'provider', 'cancelled'],
  ['missed', 'correctToNeverCame', 'provider', 'cancelled'],
];

const transitions = Object.keys(bookingMachine.transitions).filter(
  (name): name is BookingTransition => name in bookingMachine.transitions,
);

test.each(legal)('%s: %s by the %s makes it %s', (from, transition, by, to) => {
  expect(bookingMachine.next(from, transition, by)).toEqual({ ok: true, value: to });
});

test('nothing else is possible, for anybody', () => {
  const known = new Set(legal.map(([from, transition, by]) => `${from} ${transition} ${by}`));
  const possible = bookingStatuses.flatMap((from) =>
    transitions.flatMap((transition) =>
      bookingParties
        .filter((by) => bookingMachine.canTransition(from, transition, by))
        .map((by) => `${from} ${transition} ${by}`),
    ),
  );
  expect(new Set(possible)).toEqual(known);
});

test('every public status can be reached, and rejected and cancelled are the end', () => {
  const reached = new Set<string>(legal.map(([, , , to]) => to));
  for (const status of bookingStatuses)
    if (status !== 'held' && status !== 'proposed') expect(reached).toContain(status);
  const left = new Set<string>(legal.map(([from]) => from));
  expect(left).not.toContain('rejected');
  expect(left).not.toContain('cancelled');
});

test('time is taken by what is pending or accepted', () => {
  expect(bookingStatuses.filter(isOccupying)).toEqual(['pending', 'accepted']);
});

test('closed is what is neither held, proposed, pending nor accepted', () => {
  expect(bookingStatuses.filter(isClosed)).toEqual([
    'rejected',
    'completed',
    'cancelled',
    'missed',
    'expired',
  ]);
});
