import type { BreadcrumbList, Organization, WebSite } from 'schema-dts';
import type { Locale } from '@/lib/i18n/routing';
import { locales } from '@/lib/i18n/routing';
import { type Href, pagePath } from '@/lib/i18n/page-path';

export const websiteId = (site: string) => `${site}/#website`;
export const operatorId = (site: string) => `${site}/#organization`;

/** The site and who runs it; the same on every page. */
export function siteGraph(site: string, locale: Locale): [WebSite, Organization] {
  return [
    {
      '@type': 'WebSite',
      '@id': websiteId(site),
      url: `${site}/${locale}`,
      name: 'Consilia',
      inLanguage: [...locales],
      publisher: { '@id': operatorId(site) },
    },
    {
      '@type': 'Organization',
      '@id': operatorId(site),
      name: 'Consilia',
      url: site,
      logo: `${site}/icon-512.png`,
    },
  ];
}

export type Crumb = { name: string; page: Href };

/** The way from the home page to here. */
export function breadcrumbs(site: string, locale: Locale, crumbs: readonly Crumb[]): BreadcrumbList {
  const last = crumbs.at(-1);
  return {
    '@type': 'BreadcrumbList',
    '@id': `${site}${last ? pagePath(last.page, locale) : ''}#breadcrumbs`,
    itemListElement: crumbs.map(({ name, page }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${site}${pagePath(page, locale)}`,
    })),
  };
}
