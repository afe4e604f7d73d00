import { type Locale, locales } from '@/lib/i18n/routing';
import { type Href, pagePath } from '@/lib/i18n/page-path';

/** Languages by their own names; the same in every language. */
export const languageNames: Readonly<Record<Locale, string>> = {
  fr: 'Français',
  ru: 'Русский',
  de: 'Deutsch',
  en: 'English',
};

export type LanguageLink = { locale: Locale; name: string; href: string };

/** The page one is on, in each language. */
export function languageLinks(page: Href): readonly LanguageLink[] {
  return locales.map((locale) => ({
    locale,
    name: languageNames[locale],
    href: pagePath(page, locale),
  }));
}
