import { expect, test } from 'vitest';
import { normaliseUserName } from '@/lib/accounts/rules/user-name';

test.each([
  ['Anna', 'anna'],
  [' anna.mueller-2 ', 'anna.mueller-2'],
  ['a1b', 'a1b'],
])('%s is kept as %s', (typed, kept) => {
  expect(normaliseUserName(typed)).toEqual({ ok: true, value: kept });
});

test.each([
  '',
  'ab',
  '1anna',
  'anna-',
  'an--na',
  'an.-na',
  'an na',
  'anna@x',
  'анна',
  'an_na',
  'a'.repeat(31),
  'anna\u200b',
])('%s is none', (typed) => {
  expect(normaliseUserName(typed)).toMatchObject({ ok: false, error: { code: 'account.userNameInvalid' } });
});

test('names that would pass for the operator are taken', () => {
  expect(normaliseUserName('Admin')).toMatchObject({ ok: false, error: { code: 'account.userNameTaken' } });
});
