import { languageName } from '@/components/directory/names';
import type { LoadedCalendar } from '@/lib/events/calendar/loaders';
import type { EventSearchInput } from '@/lib/events/schema';
import { pagePath } from '@/lib/i18n/page-path';
import type { Locale } from '@/lib/i18n/routing';
import { formatInstant, localDay } from '@/lib/i18n/time-format';
import { isSpeciality, type Speciality, specialities } from '@/lib/profiles/rules/specialities';
import { spokenLanguages } from '@/lib/profiles/rules/spoken-languages';
import type { LocalDate } from '@/lib/shared/calendar';
import { viewEventWithSeats } from './event-view';

type Search = Partial<EventSearchInput>;
export type Reader = {
  locale: Locale;
  specialityName: (code: Speciality) => string;
  say: {
    free: string;
    from: (date: string) => string;
    to: (date: string) => string;
  };
};

export type CalendarView = ReturnType<typeof viewCalendar>;

/** The calendar with this search in its address. */
function calendarPath({ q, speciality, language, free, from, to, after }: Search, locale: Locale): string {
  return pagePath({ pathname: '/events', query: { q, speciality, language, free, from, to, after } }, locale);
}

/** Events by the day on which they begin on the clocks of a zone, in their order. */
export function groupByDay<T extends { start: Date }>(
  events: readonly T[],
  zone: string,
): { date: LocalDate; events: T[] }[] {
  const days = new Map<LocalDate, T[]>();
  for (const event of events) {
    const date = localDay(event.start, zone);
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  return [...days].map(([date, ofDay]) => ({ date, events: ofDay }));
}

const noon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

function activeFilters(search: Search, { locale, specialityName, say }: Reader) {
  const { q, speciality, language, free, from, to } = search;
  const without = (change: Search) => calendarPath({ ...search, ...change }, locale);
  const written = (date: LocalDate) =>
    formatInstant(noon(date), { locale, zone: 'UTC', style: 'weekdayDate' });
  const all = [
    q && { key: 'q', label: q, href: without({ q: '' }) },
    speciality &&
      isSpeciality(speciality) && {
        key: 'speciality',
        label: specialityName(speciality),
        href: without({ speciality: undefined }),
      },
    language && {
      key: 'language',
      label: languageName(language, locale),
      href: without({ language: undefined }),
    },
    free && { key: 'free', label: say.free, href: without({ free: undefined }) },
    from && { key: 'from', label: say.from(written(from)), href: without({ from: undefined }) },
    to && { key: 'to', label: say.to(written(to)), href: without({ to: undefined }) },
  ];
  return all.filter((filter) => typeof filter === 'object');
}

/** The calendar in the reader's language and zone, with every step from here as an address. */
export function viewCalendar(
  { input, found, zone, now, today, first, days }: LoadedCalendar,
  reader: Reader,
) {
  const { locale, specialityName } = reader;
  const { after, ...search } = input;
  const { speciality, language, from } = search;
  const next = found.nextCursor;
  const languages = spokenLanguages.map((code) => ({ value: code, label: languageName(code, locale) }));
  return {
    ...(speciality && isSpeciality(speciality) && { heading: specialityName(speciality) }),
    words: search.q,
    speciality: speciality ?? '',
    specialities: specialities.map((code) => ({ value: code, label: specialityName(code) })),
    language: language ?? '',
    languages: languages.toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    isFree: search.free !== undefined,
    from: from ?? '',
    to: search.to ?? '',
    activeFilters: activeFilters(search, reader),
    hasNoWords: found.hasNoWords,
    days: groupByDay(
      found.items.map((event) => viewEventWithSeats(event, locale, now)),
      zone,
    ),
    zone,
    month: {
      first,
      today,
      days,
      /** The events from a day on. */
      hrefOf: (date: LocalDate) => calendarPath({ ...search, from: date, to: undefined }, locale),
    },
    ...(after && { firstHref: calendarPath(search, locale) }),
    ...(next && { nextHref: calendarPath({ ...search, after: next }, locale) }),
  };
}
