import type { ReactNode } from 'react';
import type { Href } from '@/lib/i18n/page-path';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { SkipLink } from './skip-link';
import { ZoneCookie } from './zone-cookie';

type SiteShellProps = {
  /** The page one is on, with its parameters, so that the language switch stays there. */
  page: Href;
  current?: 'advisors' | 'events' | 'plans';
  demoInboxHref?: string | undefined;
  /** The zone of times that were made without knowing the reader's. */
  zoneGuess?: string | undefined;
  children: ReactNode;
};

/** Header, main part and footer of a public page. */
export function SiteShell({ page, current, demoInboxHref, zoneGuess, children }: SiteShellProps) {
  return (
    <>
      <SkipLink />
      <SiteHeader page={page} current={current} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <ZoneCookie guess={zoneGuess} />
      <SiteFooter page={page} demoInboxHref={demoInboxHref} />
    </>
  );
}
