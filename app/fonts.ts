import sansCyrillic from './fonts/sans-cyrillic.woff2' with { turbopackModuleType: 'asset' };
import sansLatin from './fonts/sans-latin.woff2' with { turbopackModuleType: 'asset' };
import serifCyrillic from './fonts/serif-400-cyrillic.woff2' with { turbopackModuleType: 'asset' };
import serifLatin from './fonts/serif-400-latin.woff2' with { turbopackModuleType: 'asset' };

/**
 * Addresses of the font files that the first screen of a language needs, for preloading.
 * Everything else arrives by unicode-range when a page uses it.
 */
export const fontsOf = (locale: string): readonly string[] =>
  locale === 'ru' ? [serifCyrillic, sansCyrillic] : [serifLatin, sansLatin];
