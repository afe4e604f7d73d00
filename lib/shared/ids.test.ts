import { expect, test } from 'vitest';
import { isId, newId, randomToken } from '@/lib/shared/ids';

test('an id is a UUID of version 7 that carries its moment first', () => {
  const at = Date.UTC(2027, 2, 28, 1, 0, 0, 123);
  const id = newId(at);
  expect(isId(id)).toBe(true);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
});

test('later ids sort later, and ids of one moment differ', () => {
  expect(newId(1_800_000_000_000) < newId(1_800_000_000_001)).toBe(true);
  const same = new Set(Array.from({ length: 1000 }, () => newId(1_800_000_000_000)));
  expect(same.size).toBe(1000);
});

test.each([
  '',
  'x',
  '00000000-0000-0000-0000-000000000000',
  `${newId()}0`,
  newId().toUpperCase().replace('7', 'G'),
])('is not an id: %s', (text) => {
  expect(isId(text)).toBe(false);
});

test('a token has 43 characters that need no escaping, and never repeats', () => {
  const tokens = Array.from({ length: 1000 }, randomToken);
  expect(new Set(tokens).size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
});
