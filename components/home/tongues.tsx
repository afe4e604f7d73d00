import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import { type Locale, locales } from '@/lib/i18n/routing';

async function Greeting({ locale, count }: { locale: Locale; count: number }) {
  const t = await getTranslations({ locale, namespace: 'home.tongues' });
  return (
    <li
      lang={locale}
      className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-t border-on-pine/22 py-4.5 last:border-b"
    >
      <span className="font-serif text-[clamp(1.25rem,1rem+1vw,1.75rem)] leading-tight italic">
        {t('greeting')}
      </span>
      {count > 0 && <span className="tnum text-sm text-on-pine-2">{t('advisors', { count })}</span>}
    </li>
  );
}

/** The languages people think in, each greeting in its own; the one dark block of the page. */
export function Tongues({ counts }: { counts: Readonly<Record<Locale, number>> }) {
  const t = useTranslations('home.tongues');
  const href = useHref();
  return (
    <section className="wrap py-(--section)" aria-labelledby="tongues">
      <div className="grid gap-10 rounded-2xl bg-pine p-[clamp(1.75rem,1rem+4vw,4.5rem)] text-on-pine lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:gap-16">
        <div className="grid content-start justify-items-start gap-5">
          <h2 id="tongues" className="font-serif text-h1">
            {t('heading')}
          </h2>
          <p className="max-w-[28rem] text-on-pine-2">{t('text')}</p>
          <ButtonLink href={href('/advisors')} variant="paper">
            {t('search')}
          </ButtonLink>
        </div>
        <ul>
          {locales.map((locale) => (
            <Greeting key={locale} locale={locale} count={counts[locale]} />
          ))}
        </ul>
      </div>
    </section>
  );
}
