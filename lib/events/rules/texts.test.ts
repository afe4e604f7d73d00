import { expect, it } from 'vitest';
import { shownEventText, titlesOf } from './texts';

const text = (locale: string) => ({ locale, title: `title ${locale}`, description: '' });

it.each([
  [['fr', 'de'], 'de', 'fr', 'de'],
  [['fr', 'de'], 'ru', 'fr', 'fr'],
  [['de'], 'ru', 'fr', 'de'],
  [[], 'ru', 'fr', 'ru'],
])('of %j a reader of %s gets, where %s is the main one, %s', (locales, reader, main, shown) => {
  expect(shownEventText(locales.map(text), reader, main).locale).toBe(shown);
});

it('titles are kept by language', () => {
  expect(titlesOf(['fr', 'de'].map(text))).toEqual({ fr: 'title fr', de: 'title de' });
});
