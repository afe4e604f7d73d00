import sansBasic from './fonts/sans-basic.woff2' with { turbopackModuleType: 'asset' };
import sansCyrillic from './fonts/sans-cyrillic.woff2' with { turbopackModuleType: 'asset' };
import sansLatin from './fonts/sans-latin.woff2' with { turbopackModuleType: 'asset' };
import serifBasic from './fonts/serif-400-basic.woff2' with { turbopackModuleType: 'asset' };
import serifCyrillic from './fonts/serif-400-cyrillic.woff2' with { turbopackModuleType: 'asset' };
import serifLatin from './fonts/serif-400-latin.woff2' with { turbopackModuleType: 'asset' };

/**
 * Addresses of the font files that the first screen of a language needs, for preloading.
 * Everything else arrives by unicode-range when a page uses it.
 */
export function fontsOf(locale: string): readonly string[] {
  if (locale === 'ru') return [serifCyrillic, sansCyrillic];
  return locale === 'en' ? [serifBasic, sansBasic] : [serifLatin, sansLatin];
}
