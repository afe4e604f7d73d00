import { useLocale, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Option } from '@/components/ui/input';
import { Pagination } from '@/components/ui/pagination';
import { zoneName } from '@/lib/i18n/zone-name';
import { AdvisorCard, type AdvisorCardView } from './advisor-card';
import { type ActiveFilter, ActiveFilters, FilterButton, FilterPanel, type FilterOptions } from './filters';
import { SearchBar } from './search-bar';

export type DirectoryView = FilterOptions & {
  /** The speciality searched for, or nothing: then the general title. */
  heading?: string;
  words: string;
  speciality: string;
  specialities: readonly Option[];
  activeFilters: readonly ActiveFilter[];
  /** How many match in all. */
  total: number;
  /** Something was typed, but no word to search for. */
  hasNoWords: boolean;
  advisors: readonly AdvisorCardView[];
  /** The reader's zone and date. */
  zone: string;
  today: string;
  previousHref?: string;
  nextHref?: string;
};

function ResultsHead({ view }: { view: DirectoryView }) {
  const t = useTranslations('directory');
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
      <p>
        <b className="tnum font-medium">{t('results', { count: view.total })}</b>{' '}
        <span className="text-sm text-ink-3">{t('zone', { zone: zoneName(view.zone, locale) })}</span>
      </p>
      <FilterButton active={view.activeFilters.length} />
    </div>
  );
}

/** Nobody was found: what to change, by what was asked. */
function Nothing({ view }: { view: DirectoryView }) {
  const t = useTranslations('directory.empty');
  const href = useHref();
  const available = view.activeFilters.find(({ key }) => key === 'available');
  const picture = '/img/room-2.svg';
  if (available && !view.hasNoWords)
    return (
      <EmptyState
        heading={t('availableHeading')}
        picture={picture}
        action={<ButtonLink href={available.href}>{t('availableAction')}</ButtonLink>}
      >
        {t('availableText')}
      </EmptyState>
    );
  return (
    <EmptyState
      heading={t(view.hasNoWords ? 'noWordsHeading' : 'heading')}
      picture={picture}
      action={<ButtonLink href={href('/advisors')}>{t('action')}</ButtonLink>}
    >
      {t(view.hasNoWords ? 'noWordsText' : 'text')}
    </EmptyState>
  );
}

/** Search, filters and results; one plain form whose every field is in the address. */
export function DirectoryPage({ view }: { view: DirectoryView }) {
  const t = useTranslations('directory');
  const href = useHref();
  return (
    <div className="wrap pt-6 pb-(--section)">
      <search>
        <form action={href('/advisors')}>
          <div className="mb-7 grid gap-3">
            <h1 className="font-serif text-h1">{view.heading ?? t('heading')}</h1>
            <SearchBar words={view.words} speciality={view.speciality} specialities={view.specialities} />
          </div>
          <div className="grid gap-10 lg:grid-cols-[14.5rem_minmax(0,1fr)]">
            <FilterPanel
              languages={view.languages}
              chosenLanguages={view.chosenLanguages}
              within={view.within}
              isAvailable={view.isAvailable}
            />
            <div className="grid min-w-0 content-start gap-4">
              <ResultsHead view={view} />
              <ActiveFilters filters={view.activeFilters} resetHref={href('/advisors')} />
              {view.advisors.length > 0 ? (
                <ul className="grid gap-4">
                  {view.advisors.map((advisor) => (
                    <AdvisorCard key={advisor.id} advisor={advisor} zone={view.zone} today={view.today} />
                  ))}
                </ul>
              ) : (
                <Nothing view={view} />
              )}
              <Pagination label={t('pages')} previousHref={view.previousHref} nextHref={view.nextHref} />
            </div>
          </div>
        </form>
      </search>
    </div>
  );
}
