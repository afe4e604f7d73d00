import type { Metadata } from 'next';
import { defaultLocale, type Locale, locales } from '@/lib/i18n/routing';
import { type Href, pagePath } from '@/lib/i18n/page-path';

export type PublicPage = {
  /** Where the site lives: "https://consilia.example". */
  site: string;
  page: Href;
  locale: Locale;
  title: string;
  description: string;
  /** Languages that have the main text of the page. */
  translated?: readonly Locale[];
  /** Readable, but nothing for a search engine: results of a search, a language without text. */
  isHidden?: boolean;
  kind?: 'website' | 'profile';
};

const regions: Readonly<Record<Locale, string>> = { fr: 'fr_FR', ru: 'ru_RU', de: 'de_DE', en: 'en_GB' };

/** Addresses of a page for `hreflang`: the languages that have its text, and the one for everybody else. */
function languageAddresses({ site, page, translated = locales }: PublicPage): Record<string, string> {
  const address = (locale: Locale) => `${site}${pagePath(page, locale)}`;
  const fallback = translated.includes(defaultLocale) ? defaultLocale : translated[0];
  return {
    ...Object.fromEntries(translated.map((locale) => [locale, address(locale)])),
    ...(fallback && { 'x-default': address(fallback) }),
  };
}

/**
 * Title, description, canonical address, languages and preview of a public page. A page in a language without its text
 * is not indexed and names no other languages: it shows what one of them shows.
 */
export function pageMetadata(page: PublicPage): Metadata {
  const { site, locale, title, description, translated = locales, kind = 'website' } = page;
  const url = `${site}${pagePath(page.page, locale)}`;
  const isIndexed = !page.isHidden && translated.includes(locale);
  return {
    title,
    description,
    alternates: { canonical: url, ...(isIndexed && { languages: languageAddresses(page) }) },
    ...(!isIndexed && { robots: { index: false, follow: true } }),
    openGraph: {
      type: kind,
      siteName: 'Consilia',
      title,
      description,
      url,
      locale: regions[locale],
      alternateLocale: translated.filter((other) => other !== locale).map((other) => regions[other]),
      images: [{ url: `${site}/icon-512.png`, width: 512, height: 512, alt: '' }],
    },
    twitter: { card: 'summary' },
  };
}

/** A text cut for a description: whole words, at most `most` characters. */
export function excerpt(text: string, most = 160): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  const words = space < most / 2 ? cut : cut.slice(0, space);
  return `${words.replace(/[\s,;:.–-]+$/u, '')}…`;
}
