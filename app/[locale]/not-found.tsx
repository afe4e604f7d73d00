import { useTranslations } from 'next-intl';
import { DeadEnd } from '@/components/layout/dead-end';
import { SiteShell } from '@/components/layout/site-shell';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';

/** For addresses that lead nowhere, and for things that are not the reader's to see. */
export default function NotFound() {
  const t = useTranslations('failure.notFound');
  const href = useHref();
  return (
    <SiteShell page="/">
      <title>{t('title')}</title>
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
