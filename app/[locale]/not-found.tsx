import { useTranslations } from 'next-intl';
import { MissingPage } from '@/components/layout/missing-page';

/** For things that are not there, or not the reader's to see. */
export default function NotFound() {
  const t = useTranslations('failure.notFound');
  return (
    <>
      <title>{t('title')}</title>
      <MissingPage />
    </>
  );
}
