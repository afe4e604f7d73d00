import { describe, expect, it } from 'vitest';
import { addMinutes } from '@/lib/shared/time';
import { extendSeatHold, judgeMinimum, newSeatHold, seatsLeft, whyNotOnSale } from './seats';

const start = new Date('2027-03-10T18:00:00Z');
const before = (minutes: number) => addMinutes(start, -minutes);

describe('seats left', () => {
  it.each([
    [10, 3, 2, 5],
    [10, 10, 0, 0],
    [10, 8, 2, 0],
    [10, 9, 4, 0],
  ])('of %i with %i booked and %i held are %i', (most, booked, held, left) => {
    expect(seatsLeft(most, { booked, held })).toBe(left);
  });
});

describe('the hold of a seat', () => {
  it('lasts 15 minutes and is extended once, by 15 from its end', () => {
    const hold = newSeatHold(start, before(100));
    expect(hold.heldUntil).toEqual(before(85));
    const extended = extendSeatHold(hold, start, before(95));
    expect(extended).toMatchObject({ ok: true, value: { heldUntil: before(70) } });
    if (extended.ok)
      expect(extendSeatHold(extended.value, start, before(90))).toMatchObject({
        error: { code: 'booking.holdAlreadyExtended' },
      });
  });

  it('does not outlast the start', () => {
    expect(newSeatHold(start, before(5)).heldUntil).toEqual(start);
    const hold = newSeatHold(start, before(20));
    expect(extendSeatHold(hold, start, before(10))).toMatchObject({ value: { heldUntil: start } });
  });

  it('cannot be extended at its last instant', () => {
    const hold = newSeatHold(start, before(100));
    expect(extendSeatHold(hold, start, before(85))).toMatchObject({ error: { code: 'booking.holdExpired' } });
  });
});

describe('a seat is on sale', () => {
  const event = { status: 'published' as const, startsAt: start, bookUntil: before(60), priceAmount: 2500 };
  const days = 24 * 60;

  it.each([
    ['a moment before the deadline', event, addMinutes(before(60), -1 / 60_000), null],
    ['not at the deadline', event, before(60), 'event.closed'],
    ['not as a draft', { ...event, status: 'draft' as const }, before(120), 'event.closed'],
    ['not once it is cancelled', { ...event, status: 'cancelled' as const }, before(120), 'event.closed'],
    ['exactly 60 days before', event, before(60 * days), null],
    ['not earlier, when it costs something', event, before(60 * days + 1), 'payment.tooFarAhead'],
    ['any time before, when it is free', { ...event, priceAmount: 0 }, before(200 * days), null],
  ])('%s', (_, on, now, refusal) => {
    expect(whyNotOnSale(on, now)).toBe(refusal);
  });
});

describe('the minimum', () => {
  it.each([
    [3, 3, 0, 'met'],
    [3, 2, 0, 'below'],
    [3, 2, 1, 'wait'],
    [3, 1, 1, 'below'],
    [1, 0, 1, 'wait'],
  ])('of %i with %i booked and %i held: %s', (minimum, booked, held, verdict) => {
    expect(judgeMinimum(minimum, { booked, held })).toBe(verdict);
  });
});
