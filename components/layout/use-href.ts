import { useLocale } from 'next-intl';
import { type Href, pagePath } from '@/lib/i18n/page-path';

/** Turns a page of ours into its address in the language of the reader. For server components. */
export function useHref(): (page: Href) => string {
  const locale = useLocale();
  return (page) => pagePath(page, locale);
}
