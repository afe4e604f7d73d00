import { describe, expect, it } from 'vitest';
import { isTranslated, shownText } from './shown-text';

const texts = [
  { locale: 'de', headline: '', about: 'Nur ein Text' },
  { locale: 'en', headline: 'Calm', about: '' },
  { locale: 'fr', headline: 'Calme', about: '' },
];

describe('shownText', () => {
  it.each([
    ['fr', 'en', 'fr'],
    ['ru', 'fr', 'fr'],
    ['de', 'fr', 'fr'],
    ['ru', 'de', 'en'],
  ])('a reader of %s of a profile in %s gets %s', (locale, main, shown) => {
    expect(shownText(texts, locale, main).locale).toBe(shown);
  });

  it('is empty, in the language of the reader, when nothing is written', () => {
    expect(shownText([], 'ru', 'fr')).toEqual({ locale: 'ru', headline: '', about: '' });
  });
});

describe('isTranslated', () => {
  it('asks for a headline', () => {
    expect(['de', 'en', 'ru'].map((locale) => isTranslated(texts, locale))).toEqual([false, true, false]);
  });
});
