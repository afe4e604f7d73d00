import { BadgeCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { LanguageTags } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import type { MoneyValue } from '@/components/ui/money-format';
import { type Pictured, Portrait } from '@/components/ui/portrait';
import { SectionHead } from './section-head';

export type HomePerson = Pictured & {
  href: string;
  headline: string;
  /** Language of the headline; differs from the page's when it is not translated. */
  textLocale: string;
  isVerified: boolean;
  languages: readonly { code: string; name: string }[];
  specialities: readonly string[];
  /** The lowest price of a service, nothing when all are free of charge. */
  priceFrom?: MoneyValue;
};

function Person({ person }: { person: HomePerson }) {
  const t = useTranslations('home.people');
  return (
    <li className="relative max-[39.99rem]:flex-[0_0_74%] max-[39.99rem]:snap-start">
      <a href={person.href} className="group grid gap-0.5">
        <span className="block overflow-hidden">
          <Portrait of={person} className="w-full" />
        </span>
        <span className="mt-4 flex items-center justify-between gap-3">
          <b className="min-w-0 font-serif text-h3 font-medium group-hover:text-accent-ink">{person.name}</b>
          {person.isVerified && (
            <>
              <Icon of={BadgeCheck} className="size-5 text-accent-ink" />
              <span className="sr-only">{t('verified')}</span>
            </>
          )}
        </span>
        <span lang={person.textLocale} className="text-ink-2">
          {person.headline}
        </span>
        <span className="text-sm text-ink-3">{person.specialities.join(', ')}</span>
        <span className="mt-3.5 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3 text-sm">
          <LanguageTags languages={person.languages} />
          {person.priceFrom && (
            <span>
              {t.rich('from', {
                price: () => (
                  <Money
                    value={person.priceFrom ?? { amount: 0, currency: 'EUR' }}
                    short
                    className="font-semibold"
                  />
                ),
              })}
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

/** Four advisors, picked by whoever composes the page. */
export function People({ people }: { people: readonly HomePerson[] }) {
  const t = useTranslations('home.people');
  const href = useHref();
  if (people.length === 0) return null;
  return (
    <section className="wrap" aria-labelledby="people">
      <SectionHead
        id="people"
        heading={t('heading')}
        lede={t('lede')}
        link={{ href: href('/advisors'), label: t('all') }}
      />
      <ul className="grid gap-x-5 gap-y-8 max-[39.99rem]:-mx-(--gutter) max-[39.99rem]:flex max-[39.99rem]:snap-x max-[39.99rem]:snap-mandatory max-[39.99rem]:scroll-px-(--gutter) max-[39.99rem]:gap-4 max-[39.99rem]:overflow-x-auto max-[39.99rem]:px-(--gutter) max-[39.99rem]:[scrollbar-width:none] min-[40rem]:grid-cols-2 lg:grid-cols-4 lg:gap-8">
        {people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
    </section>
  );
}
