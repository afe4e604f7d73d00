import { useTranslations } from 'next-intl';
import { buttonStyles } from '@/components/ui/button';

/** The first thing the keyboard meets; seen only when it has focus. */
export function SkipLink() {
  const t = useTranslations('layout');
  return (
    <a href="#main" className={`${buttonStyles()} fixed! start-4 -top-16 z-(--z-toast) focus-visible:top-4`}>
      {t('skip')}
    </a>
  );
}
