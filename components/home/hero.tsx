import { CalendarX, ChevronDown, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/components/ui/input';
import { Avatar } from '@/components/ui/portrait';
import type { HomePerson } from './people';

export type HomeSearch = {
  /** Spoken languages by their names in the reader's language. */
  languages: readonly Option[];
  language: string;
  /** Specialities that are asked for often, with their search. */
  popular: readonly { label: string; href: string }[];
};

const fieldLook =
  'grid min-w-0 gap-px rounded-lg px-3.5 py-2 focus-within:outline-2 focus-within:outline-focus';
const controlLook = 'w-full appearance-none border-0 bg-transparent p-0 text-md leading-6.5 outline-none';

/** Sends words and language to the directory; a plain form. */
function HeroSearch({ languages, language }: Pick<HomeSearch, 'languages' | 'language'>) {
  const t = useTranslations('home.search');
  const href = useHref();
  return (
    <search>
      <form
        action={href('/advisors')}
        className="grid gap-2 rounded-xl border border-line-strong bg-surface p-2 shadow-(--shadow-md) md:grid-cols-[minmax(0,1fr)_10.5rem_auto] md:items-center"
      >
        <label className={fieldLook}>
          <span className="text-xs font-medium text-ink-2">{t('words')}</span>
          <input name="q" type="text" autoComplete="off" placeholder={t('example')} className={controlLook} />
        </label>
        <label
          className={`${fieldLook} relative md:before:absolute md:before:inset-y-2 md:before:-start-1 md:before:w-px md:before:bg-line`}
        >
          <span className="text-xs font-medium text-ink-2">{t('language')}</span>
          <span className="relative">
            <select name="language" defaultValue={language} className={`${controlLook} pe-6 text-ellipsis`}>
              <option value="">{t('anyLanguage')}</option>
              {languages.map((option) => (
                <option key={option.value} value={option.value} className="bg-surface">
                  {option.label}
                </option>
              ))}
            </select>
            <Icon
              of={ChevronDown}
              className="pointer-events-none absolute end-0 top-1/2 -translate-y-1/2 text-ink-3"
            />
          </span>
        </label>
        <Button type="submit" size="lg" icon={Search} className="rounded-lg!">
          {t('submit')}
        </Button>
      </form>
    </search>
  );
}

function HeroPicture({ person }: { person: HomePerson | undefined }) {
  const t = useTranslations('home.hero');
  const floatLook = 'absolute flex items-center rounded-lg border border-line bg-raised shadow-(--shadow-lg)';
  return (
    <div className="relative">
      <img
        src="/img/hero.svg"
        alt=""
        width={720}
        height={820}
        fetchPriority="high"
        className="aspect-[4/3.4] w-full rounded-2xl bg-sunken object-cover [filter:var(--picture-filter)] lg:aspect-[0.88]"
      />
      {person && (
        <a
          href={person.href}
          className={`${floatLook} start-4 bottom-5 max-w-[calc(100%-2rem)] gap-3.5 py-3 ps-3 pe-4.5 lg:-start-9 lg:bottom-10`}
        >
          <Avatar of={person} size="lg" />
          <span className="grid min-w-0">
            <b className="font-semibold">{person.name}</b>
            <span lang={person.textLocale} className="text-sm text-ink-3">
              {person.headline}
            </span>
          </span>
        </a>
      )}
      <p className={`${floatLook} end-4 top-5 gap-2 px-3.5 py-2 text-sm lg:-start-7 lg:end-auto lg:top-11`}>
        <Icon of={CalendarX} className="text-accent-ink" />
        {t('freeCancelling')}
      </p>
    </div>
  );
}

/** The promise, the search, and the window of the artwork. */
export function Hero({ search, person }: { search: HomeSearch; person: HomePerson | undefined }) {
  const t = useTranslations('home.hero');
  return (
    <section className="wrap grid items-center gap-10 pt-[clamp(2rem,1rem+4vw,4.5rem)] pb-[clamp(2.5rem,1.5rem+4vw,5rem)] lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] lg:gap-[clamp(2.5rem,1rem+3vw,4.5rem)]">
      <div className="grid gap-[clamp(1.25rem,1rem+1vw,1.75rem)]">
        <h1 className="font-serif text-display">{t('promise')}</h1>
        <p className="lede max-w-[36rem]">{t('lede')}</p>
        <HeroSearch languages={search.languages} language={search.language} />
        {search.popular.length > 0 && (
          <p className="flex flex-wrap items-center gap-2">
            <span className="text-sm text-ink-3">{t('popular')}</span>
            {search.popular.map((speciality) => (
              <Tag key={speciality.href} href={speciality.href}>
                {speciality.label}
              </Tag>
            ))}
          </p>
        )}
      </div>
      <HeroPicture person={person} />
    </section>
  );
}
