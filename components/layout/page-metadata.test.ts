import { describe, expect, it } from 'vitest';
import { excerpt, pageMetadata, type PublicPage } from './page-metadata';

const profile: PublicPage = {
  site: 'https://consilia.example',
  page: { pathname: '/advisors/[slug]', params: { slug: 'eva' } },
  locale: 'fr',
  title: 'Eva',
  description: 'Calme',
  translated: ['fr', 'ru'],
};

describe('pageMetadata', () => {
  it('names the languages that have the text, and one of them for everybody else', () => {
    expect(pageMetadata(profile).alternates).toEqual({
      canonical: 'https://consilia.example/fr/conseillers/eva',
      languages: {
        fr: 'https://consilia.example/fr/conseillers/eva',
        ru: 'https://consilia.example/ru/konsultanty/eva',
        'x-default': 'https://consilia.example/fr/conseillers/eva',
      },
    });
    const home = pageMetadata({ ...profile, page: '/', translated: ['fr', 'en'] });
    expect(home.alternates?.languages).toMatchObject({ 'x-default': 'https://consilia.example/en' });
    expect(home.robots).toBeUndefined();
  });

  it('keeps a language without text, and what is hidden, out of the search engines', () => {
    for (const page of [
      { ...profile, locale: 'de' as const },
      { ...profile, isHidden: true },
    ]) {
      const { robots, alternates } = pageMetadata(page);
      expect(robots).toEqual({ index: false, follow: true });
      expect(alternates).not.toHaveProperty('languages');
    }
  });
});

describe('excerpt', () => {
  it.each([
    ['short  text\n', 20, 'short text'],
    ['one two, three four', 12, 'one two…'],
    ['indivisible', 6, 'indiv…'],
  ])('%j in %i characters', (text, most, cut) => {
    expect(excerpt(text, most)).toBe(cut);
  });
});
