import { expect, test } from 'vitest';
import { isSpeciality, specialities } from '@/lib/profiles/rules/specialities';
import { isSpokenLanguage, spokenLanguages } from '@/lib/profiles/rules/spoken-languages';

test('there are ten specialities, each once, fit for an address', () => {
  expect(new Set(specialities).size).toBe(10);
  for (const speciality of specialities) expect(speciality).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(isSpeciality('law')).toBe(true);
  expect(isSpeciality('astrology')).toBe(false);
});

test.each(['fr', 'ru', 'de', 'en'])('every language has a name in %s', (locale) => {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  for (const language of spokenLanguages) expect(names.of(language), language).toBeTypeOf('string');
});

test('each language stands once, those of the site among them', () => {
  expect(new Set(spokenLanguages).size).toBe(spokenLanguages.length);
  for (const language of ['fr', 'ru', 'de', 'en']) expect(isSpokenLanguage(language)).toBe(true);
  expect(isSpokenLanguage('xx')).toBe(false);
});
