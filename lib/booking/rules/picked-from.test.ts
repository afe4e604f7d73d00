import { describe, expect, it } from 'vitest';
import { pickedFrom } from './picked-from';

const from = (headers: Record<string, string>) =>
  pickedFrom((name) => ({ 'sec-fetch-site': 'same-origin', ...headers })[name] ?? null);
const page = (path: string) => ({ referer: `https://consilia.example${path}` });

describe('pickedFrom', () => {
  it.each([
    '/fr/conseillers',
    '/ru/konsultanty?q=son',
    '/en/advisors/claire-vasseur',
    '/de/beratung/claire-vasseur/termine?service=1',
    '/fr/evenements/1234',
  ])('knows the times of %s', (path) => expect(from(page(path))).toBe('ourTimes'));

  it('knows the last step of registering', () => {
    expect(from(page('/de/willkommen?next=%2Fde%2Fbuchen%2F1'))).toBe('welcome');
  });

  it.each([
    ['signing in with an address to go to', page('/en/sign-in?next=/en/book/1?start=2')],
    ['a page of ours without times', page('/en/appointments')],
    ['no referrer', {}],
    ['a referrer that is none', { referer: 'about:blank' }],
    ['another site', { ...page('/en/advisors'), 'sec-fetch-site': 'cross-site' }],
    ['a typed address', { ...page('/en/advisors'), 'sec-fetch-site': 'none' }],
    ['looking ahead', { ...page('/en/advisors'), 'sec-purpose': 'prefetch;prerender' }],
  ])('takes %s for elsewhere', (_what, headers) => expect(from(headers)).toBe('elsewhere'));
});
