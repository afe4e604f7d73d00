import { describe, expect, test } from 'vitest';
import {
  commissionDueAt,
  duePayouts,
  lastPayoutDay,
  nextPayoutDay,
  payoutReady,
} from '@/lib/payments/rules/payout';

const complete = {
  areTransfersActive: true,
  areBillingDetailsComplete: true,
  isSuspended: false,
  isTaxDataComplete: true,
};

describe('a provider is paid', () => {
  test('when nothing is missing', () => {
    expect(payoutReady(complete)).toBe(true);
  });

  test.each([
    { areTransfersActive: false },
    { areBillingDetailsComplete: false },
    { isSuspended: true },
    { isTaxDataComplete: false },
  ])('but not with %o', (lack) => {
    expect(payoutReady({ ...complete, ...lack })).toBe(false);
  });
});

const zone = 'Europe/Berlin';

describe('payout days are the 1st and the 16th of the operator’s zone', () => {
  test.each([
    ['2027-02-28T22:59Z', '2027-02-15T23:00Z', '2027-02-28T23:00Z'],
    ['2027-02-28T23:00Z', '2027-02-28T23:00Z', '2027-03-15T23:00Z'],
    ['2027-12-20T10:00Z', '2027-12-15T23:00Z', '2027-12-31T23:00Z'],
    ['2027-04-15T22:00Z', '2027-04-15T22:00Z', '2027-04-30T22:00Z'],
  ])('%s', (now, last, next) => {
    expect(lastPayoutDay(new Date(now), zone)).toEqual(new Date(last));
    expect(nextPayoutDay(new Date(now), zone)).toEqual(new Date(next));
  });

  test('commission on what was paid elsewhere lowers payouts after the invoice of its month', () => {
    expect(commissionDueAt(new Date('2027-01-31T22:59Z'), zone)).toEqual(new Date('2027-02-03T23:00Z'));
  });
});

describe('what is paid out', () => {
  const released = (id: string, amount: number, releasedAt: string, chargedAt = '2027-02-20T10:00Z') => ({
    id,
    amount,
    releasedAt: new Date(releasedAt),
    chargedAt: new Date(chargedAt),
  });
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  const small = released('small', 2000, '2027-03-10T10:00Z');
  const large = released('large', 3000, '2027-03-15T22:59:59Z');
  const late = released('late', 9000, '2027-03-15T23:00Z');
  const at = (
    now: string,
    schedule: 'per_session' | 'twice_monthly' = 'twice_monthly',
    threshold = 5000,
  ) => ({
    schedule,
    threshold,
    zone,
    now: new Date(now),
  });

  test('per session, at once', () => {
    expect(ids(duePayouts([small, late], at('2027-03-16T10:00Z', 'per_session')))).toEqual(['small', 'late']);
  });

  test('twice a month, what was released before the day began and reaches the threshold', () => {
    expect(duePayouts([small, large], at('2027-03-15T22:59Z'))).toEqual([]);
    expect(ids(duePayouts([small, large, late], at('2027-03-15T23:00Z')))).toEqual(['small', 'large']);
    expect(ids(duePayouts([small, large], at('2027-03-20T10:00Z')))).toEqual(['small', 'large']);
    expect(duePayouts([small, late], at('2027-03-16T10:00Z'))).toEqual([]);
  });

  test('below the threshold at the latest 75 days after the charge', () => {
    const old = released('old', 100, '2027-03-10T10:00Z', '2027-01-01T10:00Z');
    expect(duePayouts([old], at('2027-03-17T09:59:59Z'))).toEqual([]);
    expect(ids(duePayouts([old, small], at('2027-03-17T10:00Z')))).toEqual(['old']);
  });
});
