import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { type Href, pagePath } from './page-path';
import type { Locale } from './routing';

/** Goes on to a page of ours, in the language of the reader unless another one is named. */
export async function redirectTo(page: Href, locale?: Locale): Promise<never> {
  return redirect(pagePath(page, locale ?? (await getLocale())));
}
