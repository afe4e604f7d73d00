import { pagePath } from '@/lib/i18n/page-path';
import { serviceTitle } from '@/components/services/service-title';
import { addDays, groupByDay, hasFreeTime } from '@/components/ui/slot-groups';
import type { LoadedTimes } from '@/lib/directory/loaders';
import type { Locale } from '@/lib/i18n/routing';
import { type OwnTerms, type Terms, termsIn } from '@/lib/availability/rules/terms';
import type { TermsOfTime, TimesView } from './times-page';

/** All free times of a service for two weeks; earlier and later weeks are addresses. */
export function viewTimes(times: LoadedTimes, locale: Locale): TimesView {
  const { profile, members, services, service, member, zone, days, windowDays, zones, isFirst } = times;
  const { slug } = profile;
  const page = (query: Record<string, string>) =>
    pagePath({ pathname: '/advisors/[slug]/times', params: { slug }, query }, locale);
  const chosen: Record<string, string> = member ? { member } : {};
  const from = (date: string) => page({ service: service.id, ...chosen, zone, from: date });
  const book = (start: string) =>
    pagePath(
      { pathname: '/book/[serviceId]', params: { serviceId: service.id }, query: { start, zone, ...chosen } },
      locale,
    );
  const ownOf = new Map(days.slots.map((slot) => [slot.start, termsOfTime(slot, service)]));
  const later = days.next && (days.slots.length > 0 ? addDays(days.from, windowDays) : days.next);
  return {
    name: profile.displayName,
    profileHref: pagePath({ pathname: '/advisors/[slug]', params: { slug } }, locale),
    action: page({}),
    services: services.map(({ id, texts }) => ({
      value: id,
      label: serviceTitle(texts, locale, profile.mainLocale) ?? '',
    })),
    serviceId: service.id,
    members: members
      .filter(({ id }) => service.memberIds.includes(id))
      .map(({ id, name }) => ({ value: id, label: name })),
    member: member ?? '',
    zones: zones.some(({ value }) => value === zone) ? zones : [{ value: zone, label: zone }, ...zones],
    zone,
    days: groupByDay(days.slots, { zone, first: days.from, days: windowDays })
      .filter(hasFreeTime)
      .map(({ date, slots }) => ({
        date,
        times: slots.map(({ start }) => ({
          start: new Date(start),
          href: book(start),
          ...ownOf.get(start),
        })),
      })),
    waitHref: pagePath({ pathname: '/waiting/[serviceId]', params: { serviceId: service.id } }, locale),
    ...(!isFirst && { previousHref: from(addDays(days.from, -windowDays)) }),
    ...(later && { nextHref: from(later) }),
  };
}

/** Price and ways to meet of a time, where they are not those of the service. */
function termsOfTime(own: OwnTerms, { price, channels }: Terms): TermsOfTime {
  const terms = termsIn(own, { price, channels });
  return {
    ...(own.priceAmount !== undefined && { price: terms.price }),
    ...(own.channels !== undefined && { channels: terms.channels }),
  };
}
