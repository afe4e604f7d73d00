import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonStyles } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Href } from '@/lib/i18n/page-path';
import { Brand } from './brand';
import { LanguageSwitch } from './language-switch';
import { barLook } from './site-header';
import { SkipLink } from './skip-link';
import { ThemeToggle } from './theme-toggle';
import { useHref } from './use-href';

type BookingLayoutProps = {
  /** The page one is on, so that the language switch stays there. */
  page: Href;
  leaveHref: string;
  children: ReactNode;
};

/** The way to a booking, without anything that leads away from it but leaving. */
export function BookingLayout({ page, leaveHref, children }: BookingLayoutProps) {
  const t = useTranslations('layout');
  const href = useHref();
  return (
    <>
      <SkipLink />
      <header className={barLook}>
        <div className="wrap flex min-h-17 max-w-[calc(66rem+2*var(--gutter))]! items-center justify-between gap-2">
          <Brand href={href('/')} />
          <div className="flex items-center gap-1">
            <LanguageSwitch page={page} />
            <span className="max-[24rem]:hidden">
              <ThemeToggle />
            </span>
            <a href={leaveHref} className={buttonStyles({ variant: 'ghost' })}>
              <Icon of={X} />
              <span className="max-sm:sr-only">{t('leave')}</span>
            </a>
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="wrap max-w-[calc(66rem+2*var(--gutter))]! pt-[clamp(1.25rem,3vw,2.5rem)] pb-(--section)"
      >
        {children}
      </main>
    </>
  );
}
