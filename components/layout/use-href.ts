import { useLocale } from 'next-intl';
import type { Href } from '@/lib/i18n/navigation';
import { defaultLocale, isLocale } from '@/lib/i18n/routing';
import { pagePath } from './page-path';

/** Turns a page of ours into its address in the language of the reader. For server components. */
export function useHref(): (page: Href) => string {
  const locale = useLocale();
  return (page) => pagePath(page, isLocale(locale) ? locale : defaultLocale);
}
