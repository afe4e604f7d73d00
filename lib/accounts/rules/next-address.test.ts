import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNext } from '@/lib/accounts/rules/next-address';

const locales = ['fr', 'ru', 'de', 'en'];

test.each([
  '/fr',
  '/en/',
  '/de/termine/123?tab=1#top',
  '/ru/встречи',
  '/ru/%D0%B2%D1%81%D1%82%D1%80%D0%B5%D1%87%D0%B8',
  '/en/book/x?next=//evil.example',
  '/fr/a%20b',
])('%s is ours', (address) => {
  expect(safeNext(address, locales)).toBe(address);
});

test.each([
  '',
  '/',
  'fr',
  '//x',
  '//fr/x',
  '///fr',
  '/\\x',
  '\\fr',
  '/fr\\x',
  '/fr/\\evil.example',
  '/%5Cx',
  '/%5cfr',
  '/fr/%5C%5Cx',
  '/%2Fx',
  '/fr/%2f%2fx',
  '/fr//evil.example',
  '/%09/evil.example',
  'https:x',
  'https://evil.example/fr',
  'https:/fr',
  'javascript:alert(1)',
  '/xx',
  '/french',
  '/FR',
  '/fr@evil.example',
  '/fr:80',
  '/fr.evil.example',
  '/fr/../x',
  '/fr/..',
  '/fr/./x',
  '/fr/%2e%2e/x',
  '/fr/%252e%252e/x',
  '/\tfr',
  '\t/fr',
  '/fr\t/x',
  '/fr\n/x',
  '/fr\r\nSet-Cookie: a=b',
  ' /fr',
  '/fr x',
  '/fr\u00a0x',
  '/\u200bfr',
  '/fr/\u202ex',
  '/fr\u0000',
  `/fr/${'a'.repeat(2000)}`,
  undefined,
  null,
  ['/fr'],
  { toString: () => '/fr' },
])('%s leads nowhere', (address) => {
  expect(safeNext(address, locales)).toBeNull();
});

test('whatever is let through stays on the site and in a language', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    '\\',
    'fr',
    'en',
    '..',
    '.',
    '%2f',
    '%5C',
    '%2e',
    '@',
    ':',
    '?',
    '#',
    '\t',
    'evil.example',
    'https:',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const next = safeNext(parts.join(''), locales);
      if (next === null) return;
      const url = new URL(next, 'https://consilia.example');
      expect(url.origin).toBe('https://consilia.example');
      expect(url.pathname).toMatch(/^\/(fr|en)(\/|$)/);
      expect(next).toMatch(/^\/(fr|en)([/?#]|$)/);
    }),
    { numRuns: 2000 },
  );
});
