import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CalendarPage } from '@/components/events/calendar-page';
import { viewCalendar } from '@/components/events/calendar-view';
import { calendarGraph } from '@/components/events/event-graph';
import { JsonLd } from '@/components/layout/json-ld';
import { pageMetadata } from '@/components/layout/page-metadata';
import { SiteShell } from '@/components/layout/site-shell';
import { loadCalendar, readEventSearch } from '@/lib/events/calendar/loaders';
import { siteAddress } from '@/lib/i18n/site';
import { loadDemoInbox } from '@/lib/notifications/loaders';
import { isSpeciality } from '@/lib/profiles/rules/specialities';

type Props = PageProps<'/[locale]/events'>;

/** Only the whole calendar and that of a speciality are for search engines; every other search is one of the two. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q, speciality, language, free, from, to, after } = readEventSearch(await searchParams);
  const [t, names] = await Promise.all([getTranslations('seo.events'), getTranslations('specialities')]);
  const field = speciality && isSpeciality(speciality) ? names(speciality) : undefined;
  return pageMetadata({
    site: siteAddress(),
    page: { pathname: '/events', query: { speciality } },
    locale: await getLocale(),
    title: field ? t('of', { field }) : t('title'),
    description: t('description'),
    isHidden: Boolean(q || language || free || from || to || after),
  });
}

export default async function Page({ searchParams }: Props) {
  const calendar = await loadCalendar(await searchParams);
  const [locale, specialityName, t, tEvents] = await Promise.all([
    getLocale(),
    getTranslations('specialities'),
    getTranslations('events.calendar.active'),
    getTranslations('events'),
  ]);
  const { q, speciality, language, free, from, to } = calendar.input;
  const say = {
    free: t('free'),
    from: (date: string) => t('from', { date }),
    to: (date: string) => t('to', { date }),
  };
  const view = viewCalendar(calendar, { locale, specialityName, say });
  return (
    <SiteShell
      page={{ pathname: '/events', query: { q, speciality, language, free, from, to } }}
      current="events"
      zoneGuess={calendar.isGuess ? calendar.zone : undefined}
      demoInboxHref={loadDemoInbox()}
    >
      <JsonLd graph={calendarGraph(view, { site: siteAddress(), locale, name: tEvents('title') })} />
      <CalendarPage view={view} />
    </SiteShell>
  );
}
