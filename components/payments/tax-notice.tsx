import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';

/** Nothing is paid out before the tax details are there. */
export function TaxNotice() {
  const t = useTranslations('documents.tax');
  return (
    <Banner
      tone="warm"
      heading={t('missing')}
      action={
        <PageLink to="/practice/earnings/tax" className={buttonStyles({ variant: 'secondary', size: 'sm' })}>
          {t('enter')}
        </PageLink>
      }
    >
      {t('missingText')}
    </Banner>
  );
}
