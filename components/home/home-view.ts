import { languageName, languageTags } from '@/components/directory/names';
import { pagePath } from '@/lib/i18n/page-path';
import { pickVaried } from '@/lib/directory/rules/pick-varied';
import type { CodeCount, HomeFacts, ListedAdvisor } from '@/lib/directory/types';
import { type Locale, locales } from '@/lib/i18n/routing';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import { isTranslated, shownText } from '@/lib/profiles/rules/shown-text';
import { type Speciality, specialities } from '@/lib/profiles/rules/specialities';
import type { HomeView } from './home-page';
import type { HomePerson } from './people';

type Reader = {
  locale: Locale;
  specialityName: (code: Speciality) => string;
  specialityDetail: (code: Speciality) => string;
};

const popularCount = 4;
const shownPeople = 4;

const countOf = (counts: readonly CodeCount[], code: string) =>
  counts.find((one) => one.code === code)?.count ?? 0;

function viewPerson(advisor: ListedAdvisor, { locale, specialityName }: Reader): HomePerson {
  const picture = portraitAddress(advisor.portrait);
  const text = shownText(advisor.texts, locale, advisor.mainLocale);
  const named = specialities.filter((code) => advisor.specialities.includes(code));
  return {
    id: advisor.id,
    name: advisor.displayName,
    kind: advisor.kind === 'organisation' ? 'organisation' : 'person',
    ...(picture && { picture }),
    href: pagePath({ pathname: '/advisors/[slug]', params: { slug: advisor.slug } }, locale),
    headline: text.headline,
    textLocale: text.locale,
    isVerified: advisor.isVerified,
    languages: languageTags(advisor.spokenLanguages, locale),
    specialities: named.map(specialityName),
    ...(advisor.priceFrom && { priceFrom: advisor.priceFrom }),
  };
}

/** Four who have written in the reader's language, if there are as many, of different fields. */
function pickPeople(people: readonly ListedAdvisor[], locale: Locale): ListedAdvisor[] {
  const isOurs = ({ texts }: ListedAdvisor) => isTranslated(texts, locale);
  const ours = people.filter(isOurs);
  return pickVaried(
    ours.length < shownPeople ? [...ours, ...people.filter((one) => !isOurs(one))] : ours,
    shownPeople,
  );
}

/** The home page in the reader's language. */
export function viewHome(facts: HomeFacts, commissionBps: number, reader: Reader): HomeView {
  const { locale, specialityName, specialityDetail } = reader;
  const search = (speciality: string) => pagePath({ pathname: '/advisors', query: { speciality } }, locale);
  const counted = specialities
    .map((key) => ({ key, count: countOf(facts.specialities, key) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const collator = new Intl.Collator(locale);
  return {
    search: {
      language: '',
      languages: facts.languages
        .map(({ code }) => ({ value: code, label: languageName(code, locale) }))
        .toSorted((a, b) => collator.compare(a.label, b.label)),
      popular: counted
        .slice(0, popularCount)
        .map(({ key }) => ({ label: specialityName(key), href: search(key) })),
    },
    fields: counted.map(({ key, count }) => ({
      key,
      count,
      name: specialityName(key),
      detail: specialityDetail(key),
      href: search(key),
    })),
    people: pickPeople(facts.people, locale).map((person) => viewPerson(person, reader)),
    advisorsByLanguage: {
      fr: 0,
      ru: 0,
      de: 0,
      en: 0,
      ...Object.fromEntries(locales.map((code) => [code, countOf(facts.languages, code)])),
    },
    commissionBps,
  };
}
