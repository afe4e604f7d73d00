import { leaveWaitingListAction } from '@/lib/booking/actions';
import type { OwnEntry } from '@/lib/booking/waiting/types';
import { inLanguage } from '@/lib/shared/in-language';
import { writeDays } from './waiting-days';
import type { WaitingItem } from './waiting-list';

/** Waits for places of services. */
export function serviceItems(entries: readonly OwnEntry[], locale: string): WaitingItem[] {
  return entries.map((entry) => {
    const { id, titles, provider, offer, status, serviceId } = entry;
    return {
      id,
      title: inLanguage(titles, locale, titles[provider.mainLocale] ?? ''),
      page: { pathname: '/advisors/[slug]', params: { slug: provider.slug } },
      about: `${provider.displayName} · ${writeDays(entry, locale)}`,
      status,
      offer: offer && {
        page: { pathname: '/checkout/[bookingId]', params: { bookingId: offer.id } },
        until: offer.heldUntil,
      },
      again: { pathname: '/waiting/[serviceId]', params: { serviceId } },
      leave: leaveWaitingListAction,
    };
  });
}
