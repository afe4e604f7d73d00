import clsx from 'clsx';
import { Check, ChevronDown, Globe } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { buttonStyles } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Href } from '@/lib/i18n/page-path';
import { languageLinks } from './languages';

type LanguageSwitchProps = {
  /** The page one is on; the switch stays there. */
  page: Href;
  /** Unique on the page. */
  id?: string;
};

/** A menu of the four languages that opens without script (the browser's own popover). */
export function LanguageSwitch({ page, id = 'language-menu' }: LanguageSwitchProps) {
  const t = useTranslations('layout');
  const current = useLocale();
  const code = current.toUpperCase();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={t('languageNow', { code })}
        className={clsx(buttonStyles({ variant: 'ghost' }), 'gap-1.5! px-2.5! text-sm!')}
      >
        <Icon of={Globe} />
        {code}
        <Icon of={ChevronDown} size="sm" className="max-lg:hidden" />
      </button>
      <nav id={id} popover="auto" aria-label={t('language')} className="popover-menu">
        {languageLinks(page).map((link) => (
          <a
            key={link.locale}
            href={link.href}
            lang={link.locale}
            hrefLang={link.locale}
            aria-current={link.locale === current ? 'true' : undefined}
            className="flex min-h-11 items-center justify-between gap-4 rounded-md px-3 hover:bg-tint aria-[current]:font-medium"
          >
            {link.name}
            {link.locale === current && <Icon of={Check} className="text-accent-ink" />}
          </a>
        ))}
      </nav>
    </>
  );
}

/** The four languages in a row, for the footer. */
export function LanguageRow({ page }: { page: Href }) {
  const t = useTranslations('layout');
  const current = useLocale();
  return (
    <nav aria-label={t('language')} className="flex flex-wrap gap-1.5">
      {languageLinks(page).map((link) => (
        <a
          key={link.locale}
          href={link.href}
          lang={link.locale}
          hrefLang={link.locale}
          aria-current={link.locale === current ? 'true' : undefined}
          className="rounded-full border border-line-strong px-3.5 py-2 text-sm text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
        >
          {link.name}
        </a>
      ))}
    </nav>
  );
}
