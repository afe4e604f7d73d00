import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Coming, nextPayout } from '@/lib/payments/rules/next-payout';
import { addHours } from '@/lib/shared/time';

const zone = 'Europe/Berlin';
const now = new Date('2027-03-10T12:00Z');
const each = { schedule: 'per_session' as const, threshold: 5000, zone, now };
const twice = { ...each, schedule: 'twice_monthly' as const };
const at = (text: string) => new Date(text);
const part = (id: string, amount: number, releasedAt: string, chargedAt = '2027-03-01T10:00Z'): Coming => ({
  id,
  amount,
  releasedAt: at(releasedAt),
  chargedAt: at(chargedAt),
});
const debt = (open: number, dueAt = '2027-03-01T00:00Z') => ({ open, dueAt: at(dueAt) });

describe('per session', () => {
  test('nothing waits', () => expect(nextPayout([], [], each)).toBeNull());

  test('what is released is paid now', () => {
    const parts = [part('a', 9858, '2027-03-09T10:00Z'), part('b', 4106, '2027-03-12T10:00Z')];
    expect(nextPayout(parts, [], each)).toEqual({ at: now, amount: 9858, netted: 0 });
  });

  test('else what is released first, at that instant', () => {
    const parts = [part('b', 4106, '2027-03-13T10:00Z'), part('a', 9858, '2027-03-12T10:00Z')];
    expect(nextPayout(parts, [], each)).toEqual({ at: at('2027-03-12T10:00Z'), amount: 9858, netted: 0 });
  });

  test('what is owed lowers it, and what is not due yet does not', () => {
    const parts = [part('a', 9858, '2027-03-12T10:00Z')];
    const owed = [debt(2957), debt(500, '2027-04-03T22:00Z')];
    expect(nextPayout(parts, owed, each)).toEqual({
      at: at('2027-03-12T10:00Z'),
      amount: 6901,
      netted: 2957,
    });
  });

  test('one that is set off in full is passed over, and its debt is paid by then', () => {
    const parts = [part('a', 1000, '2027-03-12T10:00Z'), part('b', 4106, '2027-03-13T10:00Z')];
    expect(nextPayout(parts, [debt(1500)], each)).toEqual({
      at: at('2027-03-13T10:00Z'),
      amount: 3606,
      netted: 500,
    });
    expect(nextPayout(parts, [debt(9999)], each)).toBeNull();
  });
});

describe('collected', () => {
  const sixteenth = at('2027-03-15T23:00Z');
  const first = at('2027-03-31T22:00Z');

  test('everything that is released before the next payout day, when it reaches the threshold', () => {
    const parts = [part('a', 2000, '2027-03-09T10:00Z'), part('b', 3000, '2027-03-15T22:59Z')];
    expect(nextPayout(parts, [], twice)).toEqual({ at: sixteenth, amount: 5000, netted: 0 });
  });

  test('below the threshold it waits for the one after', () => {
    const parts = [part('a', 4999, '2027-03-09T10:00Z'), part('b', 1, '2027-03-15T23:00Z')];
    expect(nextPayout(parts, [], twice)).toEqual({ at: first, amount: 5000, netted: 0 });
  });

  test('below it for good, 75 days after the charge', () => {
    const parts = [part('a', 100, '2027-03-09T10:00Z', '2027-03-01T10:00Z')];
    expect(nextPayout(parts, [], twice)).toEqual({ at: at('2027-05-15T10:00Z'), amount: 100, netted: 0 });
  });

  test('what a payout day has left over is paid now', () => {
    const parts = [part('a', 9858, '2027-02-27T10:00Z')];
    expect(nextPayout(parts, [], twice)).toEqual({ at: now, amount: 9858, netted: 0 });
  });
});

test('whatever waits is paid, unless it is owed; never more than there is', () => {
  const parts = fc.array(
    fc.record({ amount: fc.integer({ min: 1, max: 20_000 }), hours: fc.integer({ min: -500, max: 500 }) }),
    { minLength: 1, maxLength: 8 },
  );
  const debts = fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 3 });
  fc.assert(
    fc.property(parts, debts, fc.constantFrom(each, twice), (given, open, how) => {
      const coming = given.map(({ amount, hours }, index) => {
        const releasedAt = addHours(now, hours);
        return { id: String(index), amount, releasedAt, chargedAt: addHours(releasedAt, -100) };
      });
      const total = given.reduce((sum, { amount }) => sum + amount, 0);
      const owed = open.reduce((sum, amount) => sum + amount, 0);
      const next = nextPayout(
        coming,
        open.map((amount) => debt(amount)),
        how,
      );
      if (next === null) {
        expect(total).toBeLessThanOrEqual(owed);
        return;
      }
      expect(next.at >= now).toBe(true);
      expect(next.amount).toBeGreaterThan(0);
      expect(next.amount + next.netted).toBeLessThanOrEqual(total);
      expect(next.netted).toBeLessThanOrEqual(owed);
    }),
  );
});
