import { env } from '@/lib/server/env';
import { type Href, pagePath } from './page-path';
import type { Locale } from './routing';

/** Where the site lives, without a slash at its end. */
export const siteAddress = (): string => env().APP_URL;

/** The whole address of a page, for mails, calendars and services that lead back to us. */
export function pageAddress(href: Href, locale: Locale): string {
  return `${siteAddress()}${pagePath(href, locale)}`;
}
