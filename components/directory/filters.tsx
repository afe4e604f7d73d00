import { SlidersHorizontal, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, buttonStyles } from '@/components/ui/button';
import { Count } from '@/components/ui/chip';
import { Checkbox } from '@/components/ui/choices';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/components/ui/input';

/** How soon something must be free. */
export type Within = 'any' | 'today' | 'threeDays' | 'week';

const withins = ['any', 'today', 'threeDays', 'week'] as const satisfies readonly Within[];

export type FilterOptions = {
  languages: readonly (Option & { count?: number })[];
  chosenLanguages: readonly string[];
  within: Within;
  isAvailable: boolean;
};

function LanguageFilter({
  languages,
  chosen,
}: {
  languages: FilterOptions['languages'];
  chosen: readonly string[];
}) {
  const t = useTranslations('directory.filters');
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2.5 text-sm font-medium">{t('language')}</legend>
      {languages.map((option) => (
        <Checkbox
          key={option.value}
          name="language"
          value={option.value}
          defaultChecked={chosen.includes(option.value)}
          {...(option.count !== undefined && { count: option.count })}
        >
          {option.label}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** How soon somebody must be free; right now, too. */
function FreeFilter({ within, isAvailable }: Pick<FilterOptions, 'within' | 'isAvailable'>) {
  const t = useTranslations('directory.filters');
  return (
    <fieldset className="grid gap-2 border-t border-line pt-6 first:border-0 first:pt-0">
      <legend className="float-start mb-2.5 w-full text-sm font-medium">{t('free')}</legend>
      {withins.map((value) => (
        <Checkbox
          key={value}
          kind="radio"
          name="within"
          value={value === 'any' ? '' : value}
          defaultChecked={value === within}
        >
          {t(`within.${value}`)}
        </Checkbox>
      ))}
      <Checkbox name="available" value="1" defaultChecked={isAvailable} className="mt-2">
        {t('available')}
      </Checkbox>
    </fieldset>
  );
}

/**
 * The panel beside the results; under 64rem it opens from below. Part of the search form, so it
 * works without script.
 */
export function FilterPanel({ languages, chosenLanguages, within, isAvailable }: FilterOptions) {
  return (
    <FilterSheet>
      {languages.length > 0 && <LanguageFilter languages={languages} chosen={chosenLanguages} />}
      <FreeFilter within={within} isAvailable={isAvailable} />
    </FilterSheet>
  );
}

/** What opens the panel on narrow screens, with how many filters are set. */
export function FilterButton({ active }: { active: number }) {
  const t = useTranslations('directory.filters');
  const format = useFormatter();
  return (
    <button
      type="button"
      popoverTarget="filters"
      className={`${buttonStyles({ variant: 'secondary', size: 'sm' })} lg:hidden`}
    >
      <Icon of={SlidersHorizontal} />
      {t('heading')}
      {active > 0 && <Count value={active} label={t('active', { count: format.number(active) })} />}
    </button>
  );
}

/** Filters of a search, and the button that applies them: in the sheet it stays in sight, however long they are. */
export function FilterSheet({ children }: { children: ReactNode }) {
  const t = useTranslations('directory.filters');
  return (
    <aside
      id="filters"
      popover="auto"
      aria-label={t('heading')}
      className="m-0 max-lg:popover-sheet max-lg:top-auto max-lg:scroll-pb-24 max-lg:pb-0! max-lg:bottom-0 max-lg:rounded-t-xl lg:static lg:block lg:w-auto lg:overflow-visible lg:bg-transparent lg:text-ink"
    >
      <div className="mb-4 flex items-center justify-between lg:hidden">
        <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
        <button
          type="button"
          popoverTarget="filters"
          popoverTargetAction="hide"
          aria-label={t('close')}
          className={buttonStyles({ variant: 'ghost', square: true })}
        >
          <Icon of={X} />
        </button>
      </div>
      <div className="grid gap-6">{children}</div>
      <div className="mt-6 grid max-lg:sticky max-lg:bottom-0 max-lg:-mx-(--gutter) max-lg:border-t max-lg:border-line max-lg:bg-paper max-lg:px-(--gutter) max-lg:pt-4 max-lg:pb-[max(1rem,env(safe-area-inset-bottom))]">
        <Button type="submit" variant="secondary">
          {t('apply')}
        </Button>
      </div>
    </aside>
  );
}

export type ActiveFilter = { key: string; label: string /** The search without it. */; href: string };

/** What the results are narrowed to; each one can be taken back. */
export function ActiveFilters({
  filters,
  resetHref,
}: {
  filters: readonly ActiveFilter[];
  resetHref: string;
}) {
  const t = useTranslations('directory.filters');
  if (filters.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-2">
      {filters.map((filter) => (
        <a
          key={filter.key}
          href={filter.href}
          className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line bg-surface py-[3px] ps-2.5 pe-2 text-xs text-ink-2 hover:border-line-strong hover:text-ink"
        >
          <span className="sr-only">{t('remove')} </span>
          {filter.label}
          <Icon of={X} size="sm" className="text-ink-3" />
        </a>
      ))}
      <a href={resetHref} className="link min-h-6 text-sm">
        {t('reset')}
      </a>
    </p>
  );
}
