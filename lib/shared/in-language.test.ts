import { describe, expect, it } from 'vitest';
import { inLanguage } from './in-language';

describe('inLanguage', () => {
  const texts = { de: 'Sitzung', fr: '' };

  it.each([
    ['de', 'Sitzung'],
    ['fr', 'Session'],
    ['ru', 'Session'],
    ['toString', 'Session'],
  ])('in %s', (locale, expected) => {
    expect(inLanguage(texts, locale, 'Session')).toBe(expected);
  });

  it.each([null, undefined, 'de', 7])('falls back where nothing was stored (%s)', (nothing) => {
    expect(inLanguage(nothing, 'de', 'Session')).toBe('Session');
  });
});
