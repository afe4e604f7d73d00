import { expect, test } from 'vitest';
import { extendHold, isHeld, newHold } from '@/lib/booking/rules/hold';

const at = (text: string) => new Date(`2027-03-01T${text}Z`);

test('a hold lasts 15 minutes, its end excluded', () => {
  const hold = newHold(at('10:00'));
  expect(hold).toEqual({ heldUntil: at('10:15'), extendedAt: null });
  expect(isHeld(hold, at('10:14:59.999'))).toBe(true);
  expect(isHeld(hold, at('10:15'))).toBe(false);
});

test('it is extended once, from its end', () => {
  const extended = extendHold(newHold(at('10:00')), at('10:05'));
  expect(extended).toEqual({ ok: true, value: { heldUntil: at('10:30'), extendedAt: at('10:05') } });
  if (!extended.ok) return;
  expect(extendHold(extended.value, at('10:06'))).toMatchObject({
    error: { code: 'booking.holdAlreadyExtended' },
  });
});

test('what is over cannot be extended', () => {
  expect(extendHold(newHold(at('10:00')), at('10:15'))).toMatchObject({
    error: { code: 'booking.holdExpired' },
  });
});
