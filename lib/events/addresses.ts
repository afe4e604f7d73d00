import { pageAddress } from '@/lib/i18n/site';
import type { Locale } from '@/lib/i18n/routing';

/** The public page of an event. */
export function publicAddress(eventId: string, locale: Locale): string {
  return pageAddress({ pathname: '/events/[eventId]', params: { eventId } }, locale);
}

/** Where an event takes place: the page of its room. */
export function roomAddress(eventId: string, locale: Locale): string {
  return pageAddress({ pathname: '/events/[eventId]/room', params: { eventId } }, locale);
}
