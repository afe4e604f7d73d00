import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { DeadEnd } from './dead-end';
import { SiteShell } from './site-shell';
import { useHref } from './use-href';

/** For a static page that has nothing to show; `status` makes the answer a 404 (lib/server/cache/complete-page). */
export async function missingMetadata(): Promise<Metadata> {
  const t = await getTranslations('failure.notFound');
  return { title: t('title'), robots: { index: false }, other: { status: '404' } };
}

/** Says in the reader's language that nothing is here, and where to go on. */
export function MissingPage() {
  const t = useTranslations('failure.notFound');
  const href = useHref();
  return (
    <SiteShell page="/">
      <DeadEnd
        heading={t('heading')}
        action={
          <>
            <ButtonLink href={href('/advisors')}>{t('search')}</ButtonLink>
            <ButtonLink href={href('/')} variant="secondary">
              {t('home')}
            </ButtonLink>
          </>
        }
      >
        {t('text')}
      </DeadEnd>
    </SiteShell>
  );
}
