import type { MetadataRoute } from 'next';
import { loadEventPages } from '@/lib/events/calendar/loaders';
import { type Href, pagePath } from '@/lib/i18n/page-path';
import { isLocale, type Locale, locales } from '@/lib/i18n/routing';
import { siteAddress } from '@/lib/i18n/site';
import { loadPublicPages } from '@/lib/profiles/loaders';
import { isTranslated } from '@/lib/profiles/rules/shown-text';

export const dynamic = 'force-dynamic';

/** One map a language; `/sitemap-index.xml` names them. */
export const generateSitemaps = () => locales.map((id) => ({ id }));

type Entry = MetadataRoute.Sitemap[number];

function entry(page: Href, locale: Locale, translated: readonly Locale[]): Entry {
  const address = (one: Locale) => `${siteAddress()}${pagePath(page, one)}`;
  return {
    url: address(locale),
    alternates: { languages: Object.fromEntries(translated.map((one) => [one, address(one)])) },
  };
}

export default async function sitemap({ id }: { id: Promise<string> }): Promise<MetadataRoute.Sitemap> {
  const locale = await id;
  if (!isLocale(locale)) return [];
  const profiles = (await loadPublicPages()).flatMap(({ slug, updatedAt, texts }): Entry[] => {
    const translated = locales.filter((one) => isTranslated(texts, one));
    if (!translated.includes(locale)) return [];
    const page = { pathname: '/advisors/[slug]', params: { slug } } as const;
    return [{ ...entry(page, locale, translated), lastModified: updatedAt }];
  });
  const events = (await loadEventPages()).flatMap(({ id: eventId, updatedAt, locales: written }): Entry[] => {
    const translated = locales.filter((one) => written.includes(one));
    if (!translated.includes(locale)) return [];
    const page = { pathname: '/events/[eventId]', params: { eventId } } as const;
    return [{ ...entry(page, locale, translated), lastModified: updatedAt }];
  });
  const fixed = (['/', '/advisors', '/events', '/plans'] as const).map((page) =>
    entry(page, locale, locales),
  );
  return [...fixed, ...profiles, ...events];
}
