import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, groundOf, verdicts } from './outcome';

const stake = { left: 12_000, isMediation: false };

describe('what goes back', () => {
  it.each([
    ['none', null, 0],
    ['full', null, 12_000],
    ['part', 1, 1],
    ['part', 11_999, 11_999],
  ] as const)('%s %s: %s', (verdict, part, amount) => {
    expect(amountOf(verdict, part, stake)).toEqual({ ok: true, value: amount });
  });

  it.each([0, -1, 12_000, 12_001, 0.5, Number.NaN, null])('a part of %s is none', (part) => {
    expect(amountOf('part', part, stake)).toMatchObject({ error: { code: 'claim.amountInvalid' } });
  });

  it.each(['full', 'part'] as const)('%s of money that is not here', (verdict) => {
    for (const less of [{ left: 0 }, { isMediation: true }])
      expect(amountOf(verdict, 1, { ...stake, ...less })).toMatchObject({ error: { code: 'claim.noMoney' } });
  });

  it('is never more than what is left, nor below 0', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...verdicts),
        fc.integer(),
        fc.nat(),
        fc.boolean(),
        (verdict, part, left, isMediation) => {
          const amount = amountOf(verdict, part, { left, isMediation });
          if (!amount.ok) return;
          expect(amount.value).toBeGreaterThanOrEqual(0);
          expect(amount.value).toBeLessThanOrEqual(isMediation ? 0 : left);
        },
      ),
    );
  });
});

describe('the ground of an admin', () => {
  it.each([
    ['held', 5000, null, null],
    ['held', 5000, 'attendance', null],
    ['absence', 0, null, null],
    ['absence', 5000, 'attendance', 'attendance'],
    ['lateCancel', 5000, 'attachment', 'attachment'],
  ] as const)('%s, %s back, %s: %s', (course, refund, ground, kept) => {
    expect(groundOf(course, refund, ground)).toEqual({ ok: true, value: kept });
  });

  it.each(['absence', 'lateCancel'] as const)('is needed after %s', (course) => {
    expect(groundOf(course, 1, null)).toMatchObject({ error: { code: 'claim.groundMissing' } });
  });
});
