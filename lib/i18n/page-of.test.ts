import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isReadable, isStaticPage, pageOf } from './page-of';
import { pathnames } from './routing';

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

it('keeps home, profiles, events and dead ends for everybody, and nothing else', () => {
  const kept = ['/fr', '/ru/konsultanty/eva', '/en/events/1234', '/fr/nowhere'];
  expect(kept.filter((address) => !isStaticPage(address))).toEqual([]);
  const made = ['/fr/conseillers', '/de/beratung/eva/termine', '/en/home', '/en/events/1234/seat'];
  expect(made.filter(isStaticPage)).toEqual([]);
});

it('keeps exactly the pages that are built to be kept', () => {
  const built = globSync('app/[[]locale[]]/**/page.tsx')
    .filter((file) => readFileSync(file, 'utf8').includes("dynamic = 'error'"))
    .map((file) => file.replace(/^app\/\[locale\]/, '').replace(/\/page\.tsx$/, ''))
    .map((path) => path.replaceAll(/\/\([^)]+\)/g, '') || '/')
    .filter((path) => path !== '/[...rest]');
  const addresses = Object.entries(pathnames).map(([name, paths]) => ({
    name,
    address: `/en${typeof paths === 'string' ? paths : paths.en}`
      .replaceAll(/\[\w+\]/g, 'x')
      .replace(/\/$/, ''),
  }));
  const kept = addresses.filter(({ address }) => isStaticPage(address)).map(({ name }) => name);
  expect(kept.toSorted()).toEqual(built.toSorted());
});

it.each([
  ['/ru/konsultanty/%D0%B5%D0%B2%D0%B0', true],
  ['/en/advisors/%E0%A4%A', false],
  ['/en/%', false],
])('can read %s: %s', (address, expected) => {
  expect(isReadable(address)).toBe(expected);
});
