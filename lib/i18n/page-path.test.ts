import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/routing';
import { pagePath } from './page-path';

describe('pagePath', () => {
  it('writes the home page without a slash at its end', () => {
    expect(locales.map((locale) => pagePath('/', locale))).toEqual(['/fr', '/ru', '/de', '/en']);
  });

  it('uses the localised path and fills its parameters', () => {
    const page = { pathname: '/advisors/[slug]', params: { slug: 'claire-vasseur' } } as const;
    expect(pagePath(page, 'fr')).toBe('/fr/conseillers/claire-vasseur');
    expect(pagePath(page, 'de')).toBe('/de/beratung/claire-vasseur');
  });

  it('ends with the place on the page', () => {
    expect(pagePath({ pathname: '/appointments', hash: 'waiting' }, 'en')).toBe('/en/appointments#waiting');
  });

  it('keeps the query and leaves out what is empty', () => {
    const page = {
      pathname: '/advisors',
      query: { q: 'Schlaf & Angst', language: ['de', 'ru'], cursor: '' },
    } as const;
    expect(pagePath({ ...page, query: { ...page.query, language: [...page.query.language] } }, 'en')).toBe(
      '/en/advisors?q=Schlaf+%26+Angst&language=de&language=ru',
    );
  });
});
