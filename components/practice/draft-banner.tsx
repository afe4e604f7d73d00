import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { buttonStyles } from '@/components/ui/button';
import { Banner } from '@/components/ui/banner';

/** The profile is not public: nobody can book. */
export function DraftBanner({ gapCount }: { gapCount: number }) {
  const t = useTranslations('practice.home');
  return (
    <Banner
      tone="warm"
      heading={t('draft')}
      action={
        <PageLink to="/practice/profile" className={buttonStyles({ size: 'sm' })}>
          {t('toProfile')}
        </PageLink>
      }
    >
      {t('draftText', { count: gapCount })}
    </Banner>
  );
}
