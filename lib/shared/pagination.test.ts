import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, toPage } from '@/lib/shared/pagination';

test('a cursor survives its way through the address', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), fc.integer(), (name, count) => {
      const text = encodeCursor([name, count]);
      expect(text).toMatch(/^[\w-]*$/);
      expect(decodeCursor(text, ['string', 'number'])).toEqual({ ok: true, value: [name, count] });
    }),
  );
});

test.each([
  '',
  '%%%',
  'bm90IGpzb24',
  encodeCursor(['one']),
  encodeCursor([1, 'swapped']),
  encodeCursor(['a', 1, 2]),
  Buffer.from('{"0":"a","1":1}').toString('base64url'),
  encodeCursor(['x'.repeat(600), 1]),
  encodeCursor(['a\0', 1]),
])('refuses what was not ours: %s', (text) => {
  expect(decodeCursor(text, ['string', 'number'])).toMatchObject({
    ok: false,
    error: { code: 'common.invalidInput' },
  });
});

test('a page shows the limit and points on only when more follows', () => {
  const cursorOf = (row: number) => [row];
  expect(toPage([1, 2, 3], 2, cursorOf)).toEqual({ items: [1, 2], nextCursor: encodeCursor([2]) });
  expect(toPage([1, 2], 2, cursorOf)).toEqual({ items: [1, 2], nextCursor: null });
  expect(toPage([], 2, cursorOf)).toEqual({ items: [], nextCursor: null });
});
