import { expect, test } from 'vitest';
import { normaliseEmail } from '@/lib/accounts/rules/email-address';

test.each([
  ['  Anna.Mueller@Demo.Example ', 'anna.mueller@demo.example'],
  ['a+b@x.org', 'a+b@x.org'],
  ["o'neil@x.co", "o'neil@x.co"],
  ['jörg@x.org', 'jörg@x.org'],
  ['ivan@почта.рф', 'ivan@xn--80a1acny.xn--p1ai'],
  ['x@BÜCHER.example', 'x@xn--bcher-kva.example'],
])('%s is kept as %s', (typed, kept) => {
  expect(normaliseEmail(typed)).toEqual({ ok: true, value: kept });
});

test.each([
  '',
  'anna',
  '@x.org',
  'anna@',
  'anna@localhost',
  'anna@x.o',
  'a b@x.org',
  'anna@x .org',
  'anna@x.org, ben@x.org',
  'anna@x.org\nBcc: ben@x.org',
  '<anna@x.org>',
  'anna@@x.org',
  'an@na@x.org',
  '.anna@x.org',
  'anna.@x.org',
  'an..na@x.org',
  'anna@-x.org',
  'anna@x-.org',
  'anna@x..org',
  'anna@127.0.0.1',
  'anna@[127.0.0.1]',
  'anna@x.org:80',
  'anna@x.org/y',
  `${'a'.repeat(65)}@x.org`,
  `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`,
])('%s is no address', (typed) => {
  expect(normaliseEmail(typed)).toMatchObject({ ok: false, error: { code: 'account.emailInvalid' } });
});
