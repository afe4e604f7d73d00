import { pagePath } from '@/lib/i18n/page-path';
import type { Locale } from '@/lib/i18n/routing';
import { env } from '@/lib/server/env';

/** The public page of an event. */
export function publicAddress(eventId: string, locale: Locale): string {
  return `${env().APP_URL}${pagePath({ pathname: '/events/[eventId]', params: { eventId } }, locale)}`;
}

/** Where an event takes place: the page of its room. */
export function roomAddress(eventId: string, locale: Locale): string {
  return `${env().APP_URL}${pagePath({ pathname: '/events/[eventId]/room', params: { eventId } }, locale)}`;
}
