import { describe, expect, test } from 'vitest';
import { freeSlots, isBookable, type SlotsInput } from '@/lib/availability/rules/slots';
import type { OwnTerms } from '@/lib/availability/rules/terms';
import {
  type Example,
  eveningTerms,
  hourly,
  hours,
  inputOf,
  onlyOn,
  startsOf,
  utc,
  weekly,
} from '@/lib/availability/rules/slots.examples';

const berlin = 'Europe/Berlin';
const at = (text: string) => new Date(text);

/** Winter in Berlin, so that 09:00 on the wall is 08:00Z. */
const week: Omit<Example, 'name' | 'starts'> = {
  zone: berlin,
  now: '2027-01-01T00:00Z',
  window: ['2027-01-10T23:00Z', '2027-01-17T23:00Z'],
};
const starts = (example: Partial<Example>) =>
  startsOf(inputOf({ ...week, name: '', starts: [], ...example }));

describe('weekly ranges', () => {
  test('belong to their weekday', () => {
    expect(starts({ weekly: weekly('09:00-11:00', [3]) })).toEqual(utc('2027-01-13', '08:00 09:00'));
  });

  test('run on after midnight, from Sunday into Monday too', () => {
    expect(
      starts({ weekly: weekly('22:00-01:30', [7]), window: ['2027-01-10T00:00Z', '2027-01-12T00:00Z'] }),
    ).toEqual([...utc('2027-01-10', '21:00 22:00 23:00')]);
  });

  test('of no length offer nothing', () => {
    expect(starts({ weekly: [{ weekday: 1, startMinute: 540, endMinute: 540 }] })).toEqual([]);
  });

  test('that overlap are joined to one grid', () => {
    const joined = weekly('09:00-10:30 10:00-12:00', [1]);
    expect(starts({ weekly: joined })).toEqual(utc('2027-01-11', '08:00 09:00 10:00'));
  });

  test('that touch keep their grids, and a session may run across', () => {
    const touching = weekly('09:00-10:30 10:30-12:00', [1]);
    expect(starts({ weekly: touching })).toEqual(utc('2027-01-11', '08:00 09:00 09:30'));
    expect(starts({ weekly: touching, service: { durationMinutes: 120, stepMinutes: 30 } })).toEqual(
      utc('2027-01-11', '08:00 08:30 09:00'),
    );
  });

  test('around the clock begin their grid anew at midnight', () => {
    const around = weekly('00:00-24:00', [1, 2]);
    const found = starts({ weekly: around, service: { durationMinutes: 90, stepMinutes: 420 } });
    expect(found).toEqual([
      '2027-01-10T23:00Z',
      ...utc('2027-01-11', '06:00 13:00 20:00 23:00'),
      ...utc('2027-01-12', '06:00 13:00 20:00'),
    ]);
  });

  test('longer than a week begin their grid anew each Monday', () => {
    const endless = weekly('20:00-19:00 18:00-21:00');
    const service = { durationMinutes: 60, stepMinutes: 500, horizonDays: 60 };
    const found = starts({ weekly: endless, service });
    expect(found.slice(0, 3)).toEqual(['2027-01-10T23:00Z', '2027-01-11T07:20Z', '2027-01-11T15:40Z']);
    const laterCut = starts({ weekly: endless, service, window: ['2027-01-14T00:00Z', '2027-01-17T23:00Z'] });
    expect(laterCut).toEqual(found.filter((start) => start >= '2027-01-14'));
    const alone = starts({ weekly: endless, service, window: ['2027-01-17T23:00Z', '2027-01-17T23:01Z'] });
    expect(alone).toEqual(['2027-01-17T23:00Z']);
  });
});

describe('exceptions', () => {
  const usual = weekly('09:00-11:00', [1, 2]);

  test('closed silences the day, even beside others', () => {
    const closed = { date: '2027-01-11', kind: 'closed' as const };
    expect(starts({ weekly: usual, exceptions: [closed] })).toEqual(utc('2027-01-12', '08:00 09:00'));
    expect(starts({ weekly: usual, exceptions: [...onlyOn('2027-01-11', '15:00-16:00'), closed] })).toEqual(
      utc('2027-01-12', '08:00 09:00'),
    );
  });

  test('replaced takes the place, extra adds', () => {
    const replaced = { date: '2027-01-11', kind: 'replaced' as const, ranges: [hours('15:00-16:00')] };
    expect(starts({ weekly: usual, exceptions: [replaced, ...onlyOn('2027-01-12', '15:00-16:00')] })).toEqual(
      [...utc('2027-01-11', '14:00'), ...utc('2027-01-12', '08:00 09:00 14:00')],
    );
  });

  test('speak for ranges that start on their date', () => {
    const closedTuesday = [{ date: '2027-01-12', kind: 'closed' as const }];
    expect(starts({ weekly: weekly('22:00-01:30', [1, 2]), exceptions: closedTuesday })).toEqual(
      utc('2027-01-11', '21:00 22:00 23:00'),
    );
  });
});

describe('busy times', () => {
  const open = weekly('09:00-13:00', [1]);

  test('block with buffers on both sides, which may reach outside the range', () => {
    const service = { bufferBeforeMinutes: 15, bufferAfterMinutes: 10 };
    expect(starts({ weekly: open, service })).toEqual(utc('2027-01-11', '08:00 09:00 10:00 11:00'));
    const busy = [['2027-01-11T10:00Z', '2027-01-11T10:05Z']] as const;
    expect(starts({ weekly: open, service, busy })).toEqual(utc('2027-01-11', '08:00 11:00'));
    const around = [
      ['2027-01-11T07:00Z', '2027-01-11T07:46Z'],
      ['2027-01-11T12:09Z', '2027-01-11T13:00Z'],
    ] as const;
    expect(starts({ weekly: open, service, busy: around })).toEqual(utc('2027-01-11', '09:00 10:00'));
  });

  test('that only touch do not block', () => {
    const busy = [
      ['2027-01-11T07:00Z', '2027-01-11T08:00Z'],
      ['2027-01-11T09:00Z', '2027-01-11T10:00Z'],
    ] as const;
    expect(starts({ weekly: open, busy })).toEqual(utc('2027-01-11', '08:00 10:00 11:00'));
  });

  test('seconds count', () => {
    const busy = [['2027-01-11T08:59:59.999Z', '2027-01-11T10:00:00.001Z']] as const;
    expect(starts({ weekly: open, busy })).toEqual(utc('2027-01-11', '11:00'));
  });

  test('empty or inverted ones do not exist', () => {
    const busy = [
      ['2027-01-11T08:30Z', '2027-01-11T08:30Z'],
      ['2027-01-11T11:30Z', '2027-01-11T08:30Z'],
    ] as const;
    expect(starts({ weekly: open, busy })).toHaveLength(4);
  });

  test('a hold blocks until its time and not at it', () => {
    const input = inputOf({ ...week, name: '', starts: [], weekly: open });
    const [anna] = input.specialists;
    if (anna === undefined) throw new Error('no specialist');
    const hold = {
      start: at('2027-01-11T08:00Z'),
      end: at('2027-01-11T09:00Z'),
      heldUntil: at('2027-01-05T10:15Z'),
    };
    const startsAt = (now: string) =>
      startsOf({ ...input, now: at(now), specialists: [{ ...anna, busy: [hold] }] }).length;
    expect(startsAt('2027-01-05T10:14:59.999Z')).toBe(3);
    expect(startsAt('2027-01-05T10:15:00.000Z')).toBe(4);
  });

  test('packed begins anew after each, also after one that reaches in from before', () => {
    const busy = [
      ['2027-01-11T07:30Z', '2027-01-11T08:12Z'],
      ['2027-01-11T09:20Z', '2027-01-11T09:30Z'],
    ] as const;
    expect(starts({ weekly: open, busy, service: { alignment: 'packed' } })).toEqual(
      utc('2027-01-11', '08:15 09:30 10:30'),
    );
  });
});

describe('notice, horizon, window', () => {
  const daily = weekly('09:00-11:00');

  test('notice is elapsed time; exactly the notice is enough', () => {
    const service = { noticeMinutes: 60 };
    const window = ['2027-01-11T00:00Z', '2027-01-12T00:00Z'] as const;
    expect(starts({ weekly: daily, service, window, now: '2027-01-11T07:00:00Z' })).toHaveLength(2);
    expect(starts({ weekly: daily, service, window, now: '2027-01-11T07:00:00.001Z' })).toEqual([
      '2027-01-11T09:00Z',
    ]);
  });

  test('notice counts hours across a shift of the clock', () => {
    const service = { noticeMinutes: 24 * 60 };
    const window = ['2027-03-28T00:00Z', '2027-03-29T00:00Z'] as const;
    expect(starts({ weekly: daily, service, window, now: '2027-03-27T07:30Z' })).toEqual([
      '2027-03-28T08:00Z',
    ]);
  });

  test('the horizon counts days of the calendar, today included', () => {
    const service = { horizonDays: 2 };
    const friday = '2027-01-15T22:30Z';
    expect(
      starts({ weekly: daily, service, now: friday, window: ['2027-01-15T00:00Z', '2027-02-15T00:00Z'] }),
    ).toEqual(utc('2027-01-16', '08:00 09:00'));
    const saturdayInBerlin = '2027-01-15T23:30Z';
    expect(
      starts({
        weekly: daily,
        service,
        now: saturdayInBerlin,
        window: ['2027-01-15T00:00Z', '2027-02-15T00:00Z'],
      }),
    ).toEqual([...utc('2027-01-16', '08:00 09:00'), ...utc('2027-01-17', '08:00 09:00')]);
  });

  test('from belongs to the window, to does not', () => {
    expect(starts({ weekly: daily, window: ['2027-01-11T08:00Z', '2027-01-11T09:00Z'] })).toEqual([
      '2027-01-11T08:00Z',
    ]);
    expect(starts({ weekly: daily, window: ['2027-01-11T09:00Z', '2027-01-11T08:00Z'] })).toEqual([]);
  });
});

describe('limits', () => {
  const input = inputOf({ ...week, name: '', starts: [], weekly: weekly('00:00-02:00', [1, 2]) });
  const limited = (limits: { perDay?: number; perWeek?: number }, booked: readonly string[]): SlotsInput => ({
    ...input,
    service: { ...hourly, limits },
    specialists: input.specialists.map((one) => ({
      ...one,
      booked: booked.map((start) => ({ start: at(start) })),
    })),
  });
  const both = ['2027-01-10T23:00Z', '2027-01-11T00:00Z', '2027-01-11T23:00Z', '2027-01-12T00:00Z'];

  test('per day of the provider', () => {
    expect(startsOf(limited({ perDay: 1 }, ['2027-01-10T23:30Z']))).toEqual(both.slice(2));
    expect(startsOf(limited({ perDay: 2 }, ['2027-01-10T23:30Z']))).toEqual(both);
    expect(startsOf(limited({ perDay: 1 }, ['2027-01-10T22:59Z']))).toEqual(both);
  });

  test('per week from Monday', () => {
    expect(startsOf(limited({ perWeek: 1 }, ['2027-01-17T22:30Z']))).toEqual([]);
    expect(startsOf(limited({ perWeek: 1 }, ['2027-01-17T23:30Z', '2027-01-10T22:30Z']))).toEqual(both);
  });

  test('a hold that is over does not count', () => {
    const base = limited({ perDay: 1 }, []);
    const booked = [{ start: at('2027-01-10T23:30Z'), heldUntil: base.now }];
    const specialists = base.specialists.map((one) => ({ ...one, booked }));
    expect(startsOf({ ...base, specialists })).toEqual(both);
  });
});

describe('several specialists', () => {
  const input = inputOf({ ...week, name: '', starts: [] });
  const member = (id: string, ranges: string, terms?: OwnTerms) => ({
    id,
    weekly: [{ ...hours(ranges, terms), weekday: 1 as const }],
    exceptions: [],
    busy: [],
  });

  test('share a slot, in the order given', () => {
    const specialists = [member('zoe', '09:00-11:00'), member('anna', '10:00-12:00')];
    expect(
      freeSlots({ ...input, specialists }).map((slot) => [slot.start.getUTCHours(), slot.specialistIds]),
    ).toEqual([
      [8, ['zoe']],
      [9, ['zoe', 'anna']],
      [10, ['anna']],
    ]);
  });

  test('with other terms have a slot of their own', () => {
    const specialists = [
      member('zoe', '09:00-10:00'),
      member('anna', '09:00-10:00', eveningTerms),
      member('ben', '09:00-10:00'),
    ];
    expect(
      freeSlots({ ...input, specialists }).map((slot) => [slot.price.amount, slot.specialistIds]),
    ).toEqual([
      [6000, ['zoe', 'ben']],
      [9000, ['anna']],
    ]);
  });

  test('nobody offers nothing', () => {
    expect(freeSlots({ ...input, specialists: [] })).toEqual([]);
  });
});

test('bookable is what is offered, to the millisecond', () => {
  const input = inputOf({ ...week, name: '', starts: [], weekly: weekly('09:00-10:00', [1]) });
  expect(isBookable(input, at('2027-01-11T08:00:00.000Z'))).toBe(true);
  expect(isBookable(input, at('2027-01-11T08:00:00.001Z'))).toBe(false);
  expect(isBookable(input, at('2027-01-11T07:59:59.999Z'))).toBe(false);
  expect(isBookable(input, at('2027-01-12T08:00:00.000Z'))).toBe(false);
});

test('lengths that are no whole minutes are bugs', () => {
  const input = inputOf({ ...week, name: '', starts: [] });
  for (const wrong of [
    { durationMinutes: 0 },
    { durationMinutes: 0.5 },
    { stepMinutes: 0 },
    { bufferAfterMinutes: -1 },
  ])
    expect(() => freeSlots({ ...input, service: { ...hourly, ...wrong } })).toThrow(RangeError);
  expect(() => freeSlots({ ...input, zone: 'Mars/Base' })).toThrow(RangeError);
});
