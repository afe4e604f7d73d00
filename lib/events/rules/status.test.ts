import { expect, it } from 'vitest';
import {
  endingTransition,
  eventEndings,
  eventMachine,
  type EventParty,
  type EventTransition,
  type SeatTransition,
  seatMachine,
} from './status';

it.each<[EventTransition, EventParty[]]>([
  ['publish', ['provider']],
  ['cancelByHost', ['provider', 'admin']],
  ['belowMinimum', ['system']],
  ['hostAbsent', ['system']],
  ['complete', ['system']],
])('%s of an event is done by %j', (transition, by) => {
  expect(eventMachine.transitions[transition].by).toEqual(by);
});

it('an event that is over stays so', () => {
  for (const { from } of Object.values(eventMachine.transitions)) {
    expect(from).not.toContain('completed');
    expect(from).not.toContain('cancelled');
  }
});

it('each ending leads from what is on sale to cancelled', () => {
  for (const ending of eventEndings)
    expect(eventMachine.transitions[endingTransition[ending]]).toMatchObject({
      from: ['published'],
      to: 'cancelled',
    });
});

it.each<[SeatTransition, string, string]>([
  ['confirm', 'held', 'booked'],
  ['confirmLate', 'expired', 'booked'],
  ['holdOver', 'held', 'expired'],
  ['abandon', 'held', 'expired'],
  ['cancelFree', 'booked', 'cancelled'],
  ['cancelLate', 'booked', 'cancelled'],
  ['withdrawContract', 'booked', 'cancelled'],
  ['eventCancelled', 'booked', 'cancelled'],
  ['attend', 'booked', 'attended'],
  ['miss', 'booked', 'absent'],
])('%s leads a seat from %s to %s', (transition, from, to) => {
  expect(seatMachine.transitions[transition]).toMatchObject({ from: [from], to });
});

it('a client neither confirms late nor attends by their own word', () => {
  for (const transition of ['confirmLate', 'attend', 'miss', 'eventCancelled'] as const)
    expect(seatMachine.transitions[transition].by).not.toContain('client');
});
