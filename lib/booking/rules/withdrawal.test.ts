import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Contract,
  earlyStartUntil,
  withdrawalNow,
  withdrawalUntil,
} from '@/lib/booking/rules/withdrawal';
import { addHours, localDate, localWeekday } from '@/lib/shared/time';

const on = { isOn: true, keepsLateFee: false };
const strict = { isOn: true, keepsLateFee: true };
const off = { isOn: false, keepsLateFee: false };
const at = (text: string) => new Date(text);

describe('the period', () => {
  test.each([
    // A Tuesday: the fourteenth day after is a Tuesday, and whole.
    ['2027-03-02T09:00Z', 'Europe/Berlin', '2027-03-16T23:00Z'],
    ['2027-03-01T23:00Z', 'Europe/Berlin', '2027-03-16T23:00Z'],
    ['2027-03-02T22:59:59Z', 'Europe/Berlin', '2027-03-16T23:00Z'],
    ['2027-03-02T23:00Z', 'Europe/Berlin', '2027-03-17T23:00Z'],
    // Ordered on a Saturday and on a Sunday: the Monday after counts too.
    ['2027-03-06T10:00Z', 'Europe/Berlin', '2027-03-22T23:00Z'],
    ['2027-03-07T10:00Z', 'Europe/Berlin', '2027-03-22T23:00Z'],
    // Across the change of clocks.
    ['2027-03-23T10:00Z', 'Europe/Berlin', '2027-04-06T22:00Z'],
    ['2027-03-02T09:00Z', 'UTC+05:30', '2027-03-16T18:30Z'],
  ])('of an order at %s in %s ends at %s', (ordered, zone, end) => {
    expect(withdrawalUntil(at(ordered), zone)).toEqual(at(end));
  });

  test('is never shorter than fourteen days, nor does it end after a weekend day', () => {
    const orders = fc.date({ min: at('2020-01-01'), max: at('2100-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('Europe/Berlin', 'America/Montreal', 'Asia/Kathmandu', 'UTC+05:30');
    fc.assert(
      fc.property(orders, zones, (ordered, zone) => {
        const end = withdrawalUntil(ordered, zone);
        expect(end.getTime() - ordered.getTime()).toBeGreaterThanOrEqual(14 * 24 * 3_600_000 - 3_600_000);
        expect(end.getTime() - ordered.getTime()).toBeLessThanOrEqual(17 * 24 * 3_600_000 + 3_600_000);
        expect(localWeekday(addHours(end, -2), zone)).toBeLessThan(6);
        expect(localDate(addHours(end, -2), zone)).not.toBe(localDate(end, zone));
      }),
    );
  });
});

const ordered = at('2027-03-02T09:00Z');
const end = at('2027-03-16T23:00Z');
const contract: Contract = {
  priceAmount: 12_000,
  orderedAt: ordered,
  startsAt: at('2027-03-10T12:00Z'),
  freeCancelUntil: at('2027-03-08T12:00Z'),
  clientTimeZone: 'Europe/Berlin',
};

describe('an early start has to be asked for', () => {
  const asked = (change: Partial<Contract>, rule = on) =>
    earlyStartUntil({ ...contract, ...change }, rule, ordered);
  test('when the session begins within the period', () => expect(asked({})).toEqual(end));
  test('up to its last instant', () => {
    expect(asked({ startsAt: new Date(end.getTime() - 1) })).toEqual(end);
    expect(asked({ startsAt: end })).toBeNull();
  });
  test('not when it is free of charge', () => expect(asked({ priceAmount: 0 })).toBeNull());
  test('not where there is no such right', () => expect(asked({}, off)).toBeNull());
});

describe('withdrawing', () => {
  const now = (text: string, change: Partial<Contract> = {}, rule = on) =>
    withdrawalNow({ ...contract, ...change }, rule, at(text));
  const later = { startsAt: at('2027-05-10T12:00Z'), freeCancelUntil: at('2027-05-08T12:00Z') };

  test('is possible from the order until the session begins, and everything goes back', () => {
    expect(now('2027-03-02T09:00Z')).toEqual({ until: contract.startsAt, effect: 'allBack' });
    expect(now('2027-03-08T12:00:01Z')).toEqual({ until: contract.startsAt, effect: 'allBack' });
    expect(now('2027-03-10T11:59:59.999Z')).toMatchObject({ effect: 'allBack' });
    expect(now('2027-03-10T12:00Z')).toBeNull();
  });

  test('is over when the period is', () => {
    expect(now('2027-03-16T22:59:59.999Z', later)).toEqual({ until: end, effect: 'allBack' });
    expect(now('2027-03-16T23:00Z', later)).toBeNull();
  });

  test('wins over the late fee, unless the operator keeps it', () => {
    expect(now('2027-03-08T12:00Z', {}, strict)).toMatchObject({ effect: 'allBack' });
    expect(now('2027-03-08T12:00:00.001Z', {}, strict)).toMatchObject({ effect: 'lateFee' });
    expect(now('2027-03-02T09:00Z', { freeCancelUntil: null }, strict)).toMatchObject({ effect: 'lateFee' });
    expect(now('2027-03-09T09:00Z', { isRequest: true }, strict)).toMatchObject({ effect: 'allBack' });
    expect(now('2027-03-02T09:00Z', { freeCancelUntil: null })).toMatchObject({ effect: 'allBack' });
  });

  test('is not there for what costs nothing, was not ordered, or where it is switched off', () => {
    expect(now('2027-03-02T09:00Z', { priceAmount: 0 })).toBeNull();
    expect(now('2027-03-02T09:00Z', { orderedAt: null })).toBeNull();
    expect(now('2027-03-02T09:00Z', {}, off)).toBeNull();
  });
});
