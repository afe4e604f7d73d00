import interCyrillic from '../node_modules/@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2' with {
  turbopackModuleType: 'asset',
};
import interLatin from '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2' with {
  turbopackModuleType: 'asset',
};
import serifCyrillic from '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-opsz-normal.woff2' with {
  turbopackModuleType: 'asset',
};
import serifLatin from '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2' with {
  turbopackModuleType: 'asset',
};

/**
 * Addresses of the font files that the first screen of a language needs, for preloading.
 * Everything else arrives by unicode-range when a page uses it.
 */
export const fontsOf = (locale: string): readonly string[] =>
  locale === 'ru' ? [serifCyrillic, interCyrillic] : [serifLatin, interLatin];
