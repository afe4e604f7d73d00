import type { Person, ProfessionalService, ProfilePage, Service, Thing } from 'schema-dts';
import { excerpt } from '@/components/layout/page-metadata';
import { pagePath } from '@/lib/i18n/page-path';
import { breadcrumbs, siteGraph, websiteId } from '@/components/layout/site-graph';
import type { Locale } from '@/lib/i18n/routing';
import type { ProfileServiceView, ProfileView } from './types';

type Place = { site: string; locale: Locale; slug: string; directoryName: string };

const decimal = (amount: number) => (amount / 100).toFixed(2);

function serviceThing(service: ProfileServiceView, { site }: Place, url: string): Service {
  return {
    '@type': 'Service',
    '@id': `${url}#service-${service.id}`,
    name: service.title,
    ...(service.description && { description: service.description }),
    provider: { '@id': `${url}#advisor` },
    offers: {
      '@type': 'Offer',
      url: `${site}${service.timesHref}`,
      price: decimal(service.price.amount),
      priceCurrency: service.price.currency,
      availability: 'https://schema.org/InStock',
    },
  };
}

function team({ members }: ProfileView, site: string) {
  const member = members.map(({ name, href, picture }) => ({
    '@type': 'Person' as const,
    name,
    ...(href && { url: `${site}${href}` }),
    ...(picture && { image: `${site}${picture}` }),
  }));
  return member.length > 0 ? { member } : {};
}

function advisorThing(profile: ProfileView, { site }: Place, url: string): Person | ProfessionalService {
  const shared = {
    '@id': `${url}#advisor`,
    name: profile.name,
    description: excerpt(`${profile.headline}. ${profile.about}`, 300),
    url,
    ...(profile.picture && { image: `${site}${profile.picture}` }),
    ...(profile.city && {
      address: { '@type': 'PostalAddress' as const, addressLocality: profile.city },
    }),
    knowsAbout: profile.specialities.map(({ label }) => label),
    knowsLanguage: profile.languages.map(({ code }) => code),
  };
  if (profile.kind === 'organisation')
    return { '@type': 'ProfessionalService', ...shared, ...team(profile, site) };
  return {
    '@type': 'Person',
    ...shared,
    ...(profile.education.length > 0 && {
      alumniOf: [...new Set(profile.education.map(({ institution }) => institution))],
    }),
  };
}

/** A profile for machines: the page, whom it is about, what they sell, and where the page hangs in the site. */
export function profileGraph(profile: ProfileView, place: Place): readonly Thing[] {
  const { site, locale, slug, directoryName } = place;
  const here = { pathname: '/advisors/[slug]', params: { slug } } as const;
  const url = `${site}${pagePath(here, locale)}`;
  const way = breadcrumbs(site, locale, [
    { name: 'Consilia', page: '/' },
    { name: directoryName, page: '/advisors' },
    { name: profile.name, page: here },
  ]);
  const page: ProfilePage = {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    name: profile.name,
    inLanguage: profile.textLocale,
    isPartOf: { '@id': websiteId(site) },
    mainEntity: { '@id': `${url}#advisor` },
    breadcrumb: { '@id': `${url}#breadcrumbs` },
  };
  return [
    ...siteGraph(site, locale),
    page,
    advisorThing(profile, place, url),
    ...profile.services.map((service) => serviceThing(service, place, url)),
    way,
  ];
}
