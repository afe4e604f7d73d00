import { expect, it } from 'vitest';
import { isReadable, isStaticPage, pageOf } from './page-of';

it.each([
  ['/fr', '/'],
  ['/de/', '/'],
  ['/fr/conseillers', '/advisors'],
  ['/ru/konsultanty/eva', '/advisors/[slug]'],
  ['/de/beratung/eva/termine', '/advisors/[slug]/times'],
  ['/de/praxis/leistungen/neu', '/practice/services/new'],
  ['/de/praxis/leistungen/1234', '/practice/services/[serviceId]'],
  ['/en/home', '/home'],
  ['/fr/advisors/eva', undefined],
  ['/fr/nowhere/at/all', undefined],
  ['/xx', undefined],
  ['/', undefined],
])('%s is %s', (address, page) => {
  expect(pageOf(address)).toBe(page);
});

it('keeps home, profiles and dead ends for everybody, and nothing else', () => {
  expect(['/fr', '/ru/konsultanty/eva', '/fr/nowhere'].map(isStaticPage)).toEqual([true, true, true]);
  expect(['/fr/conseillers', '/de/beratung/eva/termine', '/en/home'].map(isStaticPage)).toEqual([
    false,
    false,
    false,
  ]);
});

it.each([
  ['/ru/konsultanty/%D0%B5%D0%B2%D0%B0', true],
  ['/en/advisors/%E0%A4%A', false],
  ['/en/%', false],
])('can read %s: %s', (address, expected) => {
  expect(isReadable(address)).toBe(expected);
});
