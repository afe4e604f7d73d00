import { describe, expect, test } from 'vitest';
import { type Channel, channels } from '@/lib/availability/rules/terms';
import {
  correcting,
  decideOutcome,
  hasStarted,
  isCheckInOpen,
  isOutcomeDue,
  marking,
  type Outcome,
  outcomeDueAt,
  outcomes,
  outcomeTransition,
  sayUntil,
  type Session,
} from '@/lib/booking/rules/outcome';
import { bookingMachine, type BookingStatus, bookingStatuses } from '@/lib/booking/rules/status';

const at = (time: string) => new Date(`2027-03-01T${time}Z`);

/** `10:00-10:10` or a moment `10:00`, as stays. */
function stays(text: string) {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = from] = part.split('-');
      return { joinedAt: at(from), leftAt: at(to), lastSeenAt: at(to) };
    });
}

function session(provider: string, client: string, end = '11:00'): Session {
  return {
    startsAt: at('10:00'),
    endsAt: at(end),
    providerStays: stays(provider),
    clientStays: stays(client),
  };
}

describe('a session from 10:00 to 11:00', () => {
  test.each([
    ['both all the time', '09:55-11:00', '09:58-11:00', 'completed'],
    ['together for a moment', '10:00-10:05', '10:04:59.999-10:30', 'completed'],
    ['together only before the start', '09:52-09:56', '09:55-09:57', 'completed'],
    ['a moment within the other’s stay', '10:00-11:00', '10:20', 'completed'],
    ['one leaves as the other comes', '10:00-10:05', '10:05-10:30', 'providerNeverCame'],
    ['together only before the room opened', '09:00-09:49', '09:00-09:49', 'providerNeverCame'],
    ['together only after the end', '11:00-11:30', '11:00-11:30', 'providerNeverCame'],
    ['the provider waits 10 minutes', '10:00-10:10', '', 'missed'],
    ['the provider waits a moment less', '10:00-10:09:59.999', '', 'providerNeverCame'],
    ['waiting before the start does not count', '09:50-10:09', '', 'providerNeverCame'],
    ['waiting adds up over a broken line', '10:00-10:04 10:20-10:26', '', 'missed'],
    ['waiting after the end does not count', '10:55-11:30', '', 'providerNeverCame'],
    ['two windows of one provider count once', '10:00-10:06 10:00-10:06', '', 'providerNeverCame'],
    ['only the client comes', '', '09:55-11:00', 'providerNeverCame'],
    ['nobody comes', '', '', 'providerNeverCame'],
    ['the client comes early and leaves before the start', '10:00-11:00', '09:51-09:53', 'missed'],
    [
      'the client waits and leaves, then the provider comes',
      '10:20-11:00',
      '10:00-10:15',
      'providerNeverCame',
    ],
    [
      'the client comes while the line of the provider is broken',
      '10:00-10:04 10:20-10:30',
      '10:10-10:12',
      'providerNeverCame',
    ],
    ['the client comes after the provider has waited and gone', '10:00-10:15', '10:30-10:40', 'missed'],
  ] as const)('%s', (_, provider, client, outcome) => {
    expect(decideOutcome(session(provider, client))).toBe(outcome);
    expect(hasStarted(session(provider, client))).toBe(outcome === 'completed');
  });
});

test('of a session shorter than the wait, the provider waits the whole', () => {
  expect(decideOutcome(session('10:00-10:05', '', '10:05'))).toBe('missed');
  expect(decideOutcome(session('10:00-10:04', '', '10:05'))).toBe('providerNeverCame');
});

test('entering is possible from 10 minutes before the start until the end', () => {
  const times = { startsAt: at('10:00'), endsAt: at('11:00'), channel: 'voice' as const };
  expect(
    ['09:49:59.999', '09:50', '10:59:59.999', '11:00'].map((time) => isCheckInOpen(times, at(time))),
  ).toEqual([false, true, true, false]);
  expect(isCheckInOpen({ ...times, channel: 'in_person' }, at('10:30'))).toBe(false);
});

test('the outcome is due at the end; in person the provider has a day to mark it', () => {
  const online = { endsAt: at('11:00'), channel: 'video' as const };
  expect(isOutcomeDue(online, at('10:59:59.999'))).toBe(false);
  expect(isOutcomeDue(online, at('11:00'))).toBe(true);
  expect(outcomeDueAt({ endsAt: at('11:00'), channel: 'in_person' })).toEqual(new Date('2027-03-02T11:00Z'));
});

describe('what the provider says of a session that ended at 11:00', () => {
  const ended = (status: BookingStatus, channel: Channel = 'in_person') => ({
    endsAt: at('11:00'),
    status,
    channel,
  });
  const edge = new Date('2027-03-02T11:00:00.000Z');
  const over = new Date('2027-03-02T11:00:00.001Z');

  test.each([
    ['completed', 'complete'],
    ['missed', 'markMissed'],
    ['providerNeverCame', 'providerNeverCame'],
  ] as const)('is marked as %s by %s', (outcome, transition) => {
    expect(marking(ended('accepted'), outcome, at('11:00'))).toEqual({ ok: true, value: transition });
  });

  test.each([
    ['completed', 'missed', 'correctToMissed'],
    ['completed', 'providerNeverCame', 'correctToNeverCame'],
    ['missed', 'completed', 'correctToCompleted'],
    ['missed', 'providerNeverCame', 'correctToNeverCame'],
  ] as const)('is corrected from %s to %s by %s', (status, outcome, transition) => {
    for (const channel of channels) {
      expect(correcting(ended(status, channel), outcome, at('12:00'))).toEqual({
        ok: true,
        value: transition,
      });
      expect(bookingMachine.canTransition(status, transition, 'provider')).toBe(true);
    }
  });

  test('is said from the end until exactly 24 hours after it', () => {
    for (const say of [marking, correcting]) {
      const session = ended(say === marking ? 'accepted' : 'missed');
      const answers = [at('10:59:59.999'), at('11:00'), edge, over].map((now) => {
        const said = say(session, 'completed', now);
        return said.ok || said.error.code;
      });
      expect(answers).toEqual(['booking.notEnded', true, true, 'booking.tooLate']);
    }
    expect(sayUntil(ended('accepted'))).toEqual(edge);
  });

  test('is not marked twice, nor where both check in', () => {
    for (const status of bookingStatuses.filter((one) => one !== 'accepted'))
      expect(marking(ended(status), 'missed', edge)).toMatchObject({
        error: { code: 'booking.statusChanged' },
      });
    for (const channel of ['video', 'voice'] as const)
      expect(marking(ended('accepted', channel), 'missed', edge)).toMatchObject({
        error: { code: 'booking.attendanceDecides' },
      });
  });

  test('is not corrected to what it is, nor before it is decided, nor once the money went back', () => {
    const isPossible = (status: BookingStatus, outcome: Outcome) =>
      correcting(ended(status), outcome, edge).ok;
    expect([isPossible('completed', 'completed'), isPossible('missed', 'missed')]).toEqual([false, false]);
    for (const status of bookingStatuses.filter((one) => one !== 'completed' && one !== 'missed'))
      expect(outcomes.filter((outcome) => isPossible(status, outcome))).toEqual([]);
  });
});

test('each outcome is a transition of an accepted booking', () => {
  for (const transition of Object.values(outcomeTransition))
    expect(bookingMachine.canTransition('accepted', transition, 'system')).toBe(true);
});
