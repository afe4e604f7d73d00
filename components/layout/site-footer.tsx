import { useTranslations } from 'next-intl';
import type { Href } from '@/lib/i18n/page-path';
import { Brand } from './brand';
import { LanguageRow } from './language-switch';
import { useHref } from './use-href';

type FooterGroup = { heading: string; links: readonly { href: string; label: string }[] };

function useGroups(): readonly FooterGroup[] {
  const t = useTranslations('layout');
  const href = useHref();
  return [
    {
      heading: t('footer.find'),
      links: [
        { href: href('/advisors'), label: t('nav.advisors') },
        { href: href('/events'), label: t('nav.events') },
        { href: `${href('/')}#how`, label: t('nav.how') },
        { href: `${href('/')}#questions`, label: t('footer.questions') },
      ],
    },
    {
      heading: t('footer.account'),
      links: [
        { href: href('/register'), label: t('register') },
        { href: href('/sign-in'), label: t('signIn') },
        { href: `${href('/')}#practice`, label: t('nav.practice') },
        { href: href('/plans'), label: t('nav.plans') },
        { href: href('/withdraw'), label: t('footer.withdraw') },
      ],
    },
  ];
}

type SiteFooterProps = {
  page: Href;
  /** The sandbox's inbox, in the demo only. */
  demoInboxHref?: string | undefined;
};

export function SiteFooter({ page, demoInboxHref }: SiteFooterProps) {
  const t = useTranslations('layout');
  const href = useHref();
  return (
    <footer className="below-fold border-t border-line bg-sunken pt-[clamp(2.5rem,2rem+3vw,4.5rem)] pb-8">
      <div className="wrap">
        <div className="grid grid-cols-2 gap-x-6 gap-y-9 md:grid-cols-[minmax(0,2fr)_repeat(2,minmax(0,1fr))]">
          <div className="col-span-full grid content-start justify-items-start gap-2 md:col-span-1">
            <Brand href={href('/')} />
            <p className="max-w-[22rem] text-ink-2">{t('footer.promise')}</p>
          </div>
          {useGroups().map((group) => (
            <div key={group.heading}>
              <h2 className="mb-3 text-sm font-semibold">{group.heading}</h2>
              <ul>
                {group.links.map((link) => (
                  <li key={link.href}>
                    <a
                      href={link.href}
                      className="inline-block py-1.5 text-sm text-ink-2 underline-offset-[0.2em] hover:text-ink hover:underline"
                    >
                      {link.label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <div className="mt-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line pt-6 text-sm text-ink-3">
          <LanguageRow page={page} />
          {demoInboxHref && (
            <a href={demoInboxHref} className="link py-1.5">
              {t('footer.demoInbox')}
            </a>
          )}
          <p>{t('footer.notEmergency')}</p>
        </div>
      </div>
    </footer>
  );
}
