import { pagePath } from '@/lib/i18n/page-path';
import type { LoadedSearch } from '@/lib/directory/loaders';
import type { SearchInput } from '@/lib/directory/schema';
import type { AdvisorResult } from '@/lib/directory/types';
import type { Locale } from '@/lib/i18n/routing';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import { shownText } from '@/lib/profiles/rules/shown-text';
import { isSpeciality, type Speciality, specialities } from '@/lib/profiles/rules/specialities';
import type { AdvisorCardView } from './advisor-card';
import type { DirectoryView } from './directory-page';
import type { ActiveFilter, Within } from './filters';
import { languageName, languageTags } from './names';

type Reader = {
  locale: Locale;
  specialityName: (code: Speciality) => string;
  availableName: string;
  withinName: (within: Exclude<Within, 'any'>) => string;
};

/** As many languages as the panel offers; those that are chosen are always among them. */
const offeredLanguages = 8;

type Search = Partial<SearchInput>;

/** The directory with this search in its address. */
function searchPath(
  { q, speciality, language, within, available, after, before }: Search,
  locale: Locale,
): string {
  return pagePath(
    { pathname: '/advisors', query: { q, speciality, language, within, available, after, before } },
    locale,
  );
}

function viewAdvisor(advisor: AdvisorResult, { locale, specialityName }: Reader, zone: string) {
  const picture = portraitAddress(advisor.portrait);
  const { slug } = advisor;
  const text = shownText(advisor.texts, locale, advisor.mainLocale);
  const view: AdvisorCardView = {
    id: advisor.id,
    name: advisor.displayName,
    kind: advisor.kind === 'organisation' ? 'organisation' : 'person',
    ...(picture && { picture }),
    href: pagePath({ pathname: '/advisors/[slug]', params: { slug } }, locale),
    timesHref: pagePath({ pathname: '/advisors/[slug]/times', params: { slug } }, locale),
    headline: text.headline,
    textLocale: text.locale,
    isVerified: advisor.isVerified,
    isAvailableNow: advisor.isAvailableNow,
    languages: languageTags(advisor.spokenLanguages, locale),
    specialities: advisor.specialities.filter(isSpeciality).map(specialityName),
    ...(advisor.city && { city: advisor.city }),
    ...(advisor.priceFrom && { priceFrom: advisor.priceFrom }),
    nextDays: advisor.nextDays.map(({ date, times }) => ({
      date,
      times: times.map(({ start, serviceId }) => ({
        start,
        href: pagePath(
          {
            pathname: '/book/[serviceId]',
            params: { serviceId },
            query: { start: start.toISOString(), zone },
          },
          locale,
        ),
      })),
    })),
  };
  return view;
}

function activeFilters(
  search: Search,
  { locale, specialityName, withinName, availableName }: Reader,
): ActiveFilter[] {
  const { q, speciality, language = [], within, available } = search;
  const without = (change: Search) => searchPath({ ...search, ...change }, locale);
  return [
    ...(q ? [{ key: 'q', label: q, href: without({ q: '' }) }] : []),
    ...(speciality && isSpeciality(speciality)
      ? [
          {
            key: 'speciality',
            label: specialityName(speciality),
            href: without({ speciality: undefined }),
          },
        ]
      : []),
    ...language.map((code) => ({
      key: code,
      label: languageName(code, locale),
      href: without({ language: language.filter((other) => other !== code) }),
    })),
    ...(available
      ? [{ key: 'available', label: availableName, href: without({ available: undefined }) }]
      : []),
    ...(within ? [{ key: within, label: withinName(within), href: without({ within: undefined }) }] : []),
  ];
}

/** The directory in the reader's language and zone, with every step from here as an address. */
export function viewDirectory({ input, results, zone }: LoadedSearch, reader: Reader): DirectoryView {
  const { locale, specialityName } = reader;
  const { after: _after, before: _before, ...search } = input;
  const { q, speciality, language, within, available } = input;
  const near = results.languages.filter(
    ({ code }, index) => index < offeredLanguages || language.some((chosen) => chosen === code),
  );
  const absent = language.filter((code) => !near.some((one) => one.code === code));
  const languages = [...near, ...absent.map((code) => ({ code, count: 0 }))];
  return {
    ...(speciality && isSpeciality(speciality) && { heading: specialityName(speciality) }),
    words: q,
    speciality: speciality ?? '',
    specialities: specialities.map((code) => ({ value: code, label: specialityName(code) })),
    languages: languages.map(({ code, count }) => ({
      value: code,
      label: languageName(code, locale),
      count,
    })),
    chosenLanguages: language,
    within: within ?? 'any',
    isAvailable: available !== undefined,
    activeFilters: activeFilters(search, reader),
    total: results.total,
    hasNoWords: results.hasNoWords === true,
    advisors: results.advisors.map((advisor) => viewAdvisor(advisor, reader, zone)),
    zone,
    today: results.today,
    ...(results.previous && { previousHref: searchPath({ ...search, before: results.previous }, locale) }),
    ...(results.next && { nextHref: searchPath({ ...search, after: results.next }, locale) }),
  };
}
