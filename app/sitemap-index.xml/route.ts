import { locales } from '@/lib/i18n/routing';
import { siteAddress } from '@/lib/i18n/site';

export const dynamic = 'force-dynamic';

/** The index of the site maps, one a language. */
export function GET(): Response {
  const maps = locales.map(
    (locale) => `<sitemap><loc>${siteAddress()}/sitemap/${locale}.xml</loc></sitemap>`,
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('')}</sitemapindex>`;
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
