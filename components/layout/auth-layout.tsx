import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Href } from '@/lib/i18n/page-path';
import { Brand } from './brand';
import { LanguageSwitch } from './language-switch';
import { SkipLink } from './skip-link';
import { ThemeToggle } from './theme-toggle';
import { useHref } from './use-href';

type AuthLayoutProps = {
  page: Href;
  heading: ReactNode;
  /** One sentence on what this is for. */
  lede?: ReactNode;
  children: ReactNode;
  /** Under the form: the way to the neighbouring page. */
  aside?: ReactNode;
};

/** One form in the middle, and the window of the artwork beside it where there is room. */
export function AuthLayout({ page, heading, lede, children, aside }: AuthLayoutProps) {
  const href = useHref();
  const t = useTranslations('layout');
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,40rem)]">
      <SkipLink />
      <div className="flex flex-col">
        <header className="flex min-h-17 items-center justify-between gap-2 px-(--gutter)">
          <Brand href={href('/')} />
          <div className="flex items-center gap-1">
            <LanguageSwitch page={page} />
            <ThemeToggle />
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="grid flex-1 content-center justify-items-center px-(--gutter) py-10"
        >
          <div className="grid w-full max-w-[26rem] gap-6">
            <div className="grid gap-2">
              <h1 className="font-serif text-h1">{heading}</h1>
              {lede && <p className="text-ink-2">{lede}</p>}
            </div>
            {children}
            {aside && <div className="border-t border-line pt-5 text-sm text-ink-2">{aside}</div>}
          </div>
        </main>
        <footer className="px-(--gutter) pb-6 text-center text-xs text-ink-3">
          {t('footer.notEmergency')}
        </footer>
      </div>
      <div className="hidden p-4 lg:block">
        <img
          src="/img/hero.svg"
          alt=""
          width={720}
          height={820}
          className="sticky top-4 h-[calc(100dvh-2rem)] w-full rounded-2xl object-cover [filter:var(--picture-filter)]"
        />
      </div>
    </div>
  );
}
