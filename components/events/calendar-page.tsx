import { useLocale, useTranslations } from 'next-intl';
import { ActiveFilters, FilterButton, FilterSheet } from '@/components/directory/filters';
import { SearchBar } from '@/components/directory/search-bar';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { SelectField, TextField } from '@/components/ui/text-field';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import type { CalendarView } from './calendar-view';
import { EventCard } from './event-card';
import { MonthOverview } from './month-overview';

function Filters({ view }: { view: CalendarView }) {
  const t = useTranslations('events.calendar.filters');
  return (
    <FilterSheet>
      <MonthOverview {...view.month} />
      <fieldset className="grid gap-3 border-t border-line pt-6">
        <legend className="float-start mb-2.5 w-full text-sm font-medium">{t('days')}</legend>
        <TextField
          id="events-from"
          name="from"
          type="date"
          label={t('from')}
          min={view.month.today}
          defaultValue={view.from}
        />
        <TextField
          id="events-to"
          name="to"
          type="date"
          label={t('to')}
          min={view.month.today}
          defaultValue={view.to}
        />
      </fieldset>
      <div className="grid gap-4 border-t border-line pt-6">
        <SelectField
          id="events-language"
          name="language"
          label={t('language')}
          placeholder={t('anyLanguage')}
          options={view.languages}
          defaultValue={view.language}
        />
        <Checkbox name="free" value="1" defaultChecked={view.isFree}>
          {t('free')}
        </Checkbox>
      </div>
    </FilterSheet>
  );
}

/** Nothing was found: what to change, or that there is nothing at all. */
function Nothing({ view }: { view: CalendarView }) {
  const t = useTranslations('events.calendar.empty');
  const tSearch = useTranslations('directory.empty');
  const href = useHref();
  const picture = '/img/cover-talk.svg';
  if (view.activeFilters.length === 0 && !view.firstHref)
    return (
      <EmptyState
        heading={t('noneHeading')}
        picture={picture}
        action={<ButtonLink href={href('/advisors')}>{t('noneAction')}</ButtonLink>}
      >
        {t('noneText')}
      </EmptyState>
    );
  return (
    <EmptyState
      heading={view.hasNoWords ? tSearch('noWordsHeading') : t('heading')}
      picture={picture}
      action={<ButtonLink href={href('/events')}>{t('action')}</ButtonLink>}
    >
      {view.hasNoWords ? tSearch('noWordsText') : t('text')}
    </EmptyState>
  );
}

function Day({ day: { date, events }, zone }: { day: CalendarView['days'][number]; zone: string }) {
  const locale = useLocale();
  const noon = new Date(`${date}T12:00:00Z`);
  return (
    <section aria-labelledby={`day-${date}`} className="grid gap-3">
      <h2 id={`day-${date}`} className="font-semibold first-letter:uppercase">
        {formatInstant(noon, { locale, zone: 'UTC', style: 'longDate' })}
      </h2>
      <ul className="grid gap-4">
        {events.map((event) => (
          <EventCard key={event.id} event={event} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function Results({ view }: { view: CalendarView }) {
  const t = useTranslations('events.calendar');
  const tDirectory = useTranslations('directory');
  const locale = useLocale();
  const href = useHref();
  return (
    <div className="grid min-w-0 content-start gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <p className="text-sm text-ink-3">{tDirectory('zone', { zone: zoneName(view.zone, locale) })}</p>
        <FilterButton active={view.activeFilters.length} />
      </div>
      <ActiveFilters filters={view.activeFilters} resetHref={href('/events')} />
      {view.firstHref && (
        <a href={view.firstHref} className="link justify-self-start text-sm">
          {t('first')}
        </a>
      )}
      {view.days.length > 0 ? (
        view.days.map((day) => <Day key={day.date} day={day} zone={view.zone} />)
      ) : (
        <Nothing view={view} />
      )}
      <Pagination label={t('pages')} nextHref={view.nextHref} />
    </div>
  );
}

/** Search, filters and coming events by day; one plain form whose every field is in the address. */
export function CalendarPage({ view }: { view: CalendarView }) {
  const t = useTranslations('events');
  const href = useHref();
  return (
    <div className="wrap pt-6 pb-(--section)">
      <search>
        <form action={href('/events')}>
          <div className="mb-7 grid gap-3">
            <h1 className="font-serif text-h1">{view.heading ?? t('title')}</h1>
            <p className="lede">{t('calendar.lede')}</p>
            <SearchBar words={view.words} speciality={view.speciality} specialities={view.specialities} />
          </div>
          <div className="grid gap-10 lg:grid-cols-[14.5rem_minmax(0,1fr)]">
            <Filters view={view} />
            <Results view={view} />
          </div>
        </form>
      </search>
    </div>
  );
}
