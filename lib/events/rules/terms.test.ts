import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '@/lib/shared/time';
import { fixedTerms, timesOf, wrongTimes } from './terms';

const now = new Date('2027-03-01T12:00:00Z');
const at = (hours: number) => addHours(now, hours);

describe('what was typed', () => {
  const planned = { start: { date: '2027-03-28', minute: 150 }, durationMinutes: 90, deadline: null };

  it('is read on the provider’s clocks, a time that does not exist at the transition', () => {
    expect(timesOf(planned, 'Europe/Berlin')).toEqual({
      startsAt: new Date('2027-03-28T01:00:00Z'),
      endsAt: new Date('2027-03-28T02:30:00Z'),
      bookUntil: new Date('2027-03-28T01:00:00Z'),
    });
  });

  it('has its own deadline, or that of the start', () => {
    const deadline = { date: '2027-03-27', minute: 12 * 60 };
    expect(timesOf({ ...planned, deadline }, 'Asia/Kathmandu').bookUntil).toEqual(
      new Date('2027-03-27T06:15:00Z'),
    );
  });
});

const times = (start: number, deadline: number) => ({
  startsAt: at(start),
  endsAt: at(start + 1),
  bookUntil: at(deadline),
});

describe('the times of a plan', () => {
  it.each([
    [times(48, 24), {}],
    [times(48, 48), {}],
    [times(48, 49), { deadlineDate: 'event.deadlineInvalid' }],
    [times(48, 0), { deadlineDate: 'event.deadlineInvalid' }],
    [times(0, -1), { date: 'event.inPast', deadlineDate: 'event.deadlineInvalid' }],
    [times(400 * 24, 24), {}],
    [times(400 * 24 + 1, 24), { date: 'event.tooFarAhead' }],
  ])('%j: %j', (planned, wrong) => {
    expect(wrongTimes(planned, now)).toEqual(wrong);
  });
});

describe('once somebody has a seat', () => {
  const old = {
    ...times(48, 24),
    hostId: 'claire',
    priceAmount: 2500,
    minimumSeats: 3,
    maximumSeats: 10,
  };

  it.each([
    ['nothing is wrong with the same', old, {}],
    ['the minimum may fall, and places too', { ...old, minimumSeats: 1, maximumSeats: 4 }, {}],
    ['the deadline may move', { ...old, bookUntil: at(30) }, {}],
    ['not fewer places than seats', { ...old, maximumSeats: 3 }, { maximumSeats: 'event.placesTaken' }],
    ['the minimum does not rise', { ...old, minimumSeats: 4 }, { minimumSeats: 'event.fixed' }],
    ['the host stays', { ...old, hostId: 'anton' }, { hostId: 'event.fixed' }],
    ['the price stays', { ...old, priceAmount: 2000 }, { price: 'event.fixed' }],
    ['the length stays', { ...old, endsAt: addMinutes(old.endsAt, 5) }, { durationMinutes: 'event.fixed' }],
    ['the start stays, at any length', { ...old, startsAt: at(49), endsAt: at(50) }, { date: 'event.fixed' }],
  ])('%s', (_, next, wrong) => {
    expect(fixedTerms(old, next, { taken: 4, now })).toEqual(wrong);
  });

  it.each([
    [-1, {}],
    [0, { deadlineDate: 'event.fixed', minimumSeats: 'event.fixed' }],
    [60, { deadlineDate: 'event.fixed', minimumSeats: 'event.fixed' }],
  ])('%i minutes after the deadline it moves, and the minimum falls: %j', (minutes, wrong) => {
    const next = { ...old, bookUntil: at(30), minimumSeats: 1 };
    expect(fixedTerms(old, next, { taken: 4, now: addMinutes(old.bookUntil, minutes) })).toEqual(wrong);
  });
});
