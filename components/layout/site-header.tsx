import clsx from 'clsx';
import { ChevronRight, Menu } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink, buttonStyles } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Href } from '@/lib/i18n/page-path';
import { Brand } from './brand';
import { LanguageSwitch } from './language-switch';
import { SessionLinks } from './session-links';
import { ThemeToggle } from './theme-toggle';
import { useHref } from './use-href';

export const barLook =
  'sticky top-0 z-(--z-nav) border-b border-line bg-paper lg:supports-[backdrop-filter:blur(1px)]:bg-paper/92 lg:backdrop-blur-[10px]';

type NavLink = { key: string; href: string; label: string };

function useNav(): readonly NavLink[] {
  const t = useTranslations('layout.nav');
  const href = useHref();
  return [
    { key: 'advisors', href: href('/advisors'), label: t('advisors') },
    { key: 'events', href: href('/events'), label: t('events') },
    { key: 'how', href: `${href('/')}#how`, label: t('how') },
    { key: 'practice', href: `${href('/')}#practice`, label: t('practice') },
    { key: 'plans', href: href('/plans'), label: t('plans') },
  ];
}

/** Sign in and register, or the way to one's own pages. */
function Entrance({ block = false }: { block?: boolean }) {
  const t = useTranslations('layout');
  const href = useHref();
  const endpoint = `/api/session?locale=${useLocale()}`;
  return (
    <SessionLinks
      endpoint={endpoint}
      label={t('myPages')}
      className={clsx(buttonStyles({ variant: 'primary' }), block && 'flex-1')}
    >
      <ButtonLink
        href={href('/sign-in')}
        variant={block ? 'secondary' : 'ghost'}
        className={clsx(block && 'flex-1')}
      >
        {t('signIn')}
      </ButtonLink>
      <ButtonLink href={href('/register')} className={clsx(block && 'flex-1')}>
        {t('register')}
      </ButtonLink>
    </SessionLinks>
  );
}

function MobileMenu({ links, current }: { links: readonly NavLink[]; current: string | undefined }) {
  const t = useTranslations('layout');
  return (
    <div className="min-[80rem]:hidden">
      <button
        type="button"
        popoverTarget="site-menu"
        aria-label={t('menu')}
        className={buttonStyles({ variant: 'ghost', square: true })}
      >
        <Icon of={Menu} />
      </button>
      <div id="site-menu" popover="auto" className="popover-sheet">
        <nav aria-label={t('menu')} className="grid">
          {links.map((link) => (
            <a
              key={link.key}
              href={link.href}
              aria-current={link.key === current ? 'page' : undefined}
              className="flex min-h-12 items-center justify-between border-b border-line font-serif text-lg"
            >
              {link.label}
              <Icon of={ChevronRight} size="sm" className="text-ink-3" />
            </a>
          ))}
        </nav>
        <div className="mt-4 flex flex-wrap gap-2">
          <Entrance block />
        </div>
      </div>
    </div>
  );
}

/** The bar of the public pages; the same for everybody, so that these pages can be static. */
export function SiteHeader({
  page,
  current,
}: {
  page: Href;
  current?: 'advisors' | 'events' | 'plans' | undefined;
}) {
  const t = useTranslations('layout');
  const href = useHref();
  const links = useNav();
  return (
    <header className={barLook}>
      <div className="wrap flex min-h-17 items-center gap-2">
        <Brand href={href('/')} />
        <nav aria-label={t('main')} className="ms-6 hidden gap-1 min-[80rem]:flex">
          {links.map((link) => (
            <a
              key={link.key}
              href={link.href}
              aria-current={link.key === current ? 'page' : undefined}
              className="inline-flex min-h-11 items-center rounded-md px-3 font-[450] whitespace-nowrap text-ink-2 hover:bg-tint hover:text-ink aria-[current]:bg-tint aria-[current]:text-ink"
            >
              {link.label}
            </a>
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <LanguageSwitch page={page} />
          <ThemeToggle />
          <div className="hidden items-center gap-1 min-[80rem]:flex">
            <Entrance />
          </div>
          <MobileMenu links={links} current={current} />
        </div>
      </div>
    </header>
  );
}
