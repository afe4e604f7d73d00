import { expect, test } from 'vitest';
import { err, fieldErrors, ok } from '@/lib/shared/result';

test('a success carries its value, or nothing', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(ok()).toEqual({ ok: true, value: undefined });
});

test('a failure carries a code and, when given, details', () => {
  expect(err('booking.slotTaken')).toEqual({ ok: false, error: { code: 'booking.slotTaken' } });
  expect(err('booking.tooLate', { hours: 48 })).toEqual({
    ok: false,
    error: { code: 'booking.tooLate', details: { hours: 48 } },
  });
});

test('field errors speak under one general code', () => {
  expect(fieldErrors({ email: 'account.emailInvalid' })).toEqual({
    ok: false,
    error: { code: 'common.invalidInput', fields: { email: 'account.emailInvalid' } },
  });
});
