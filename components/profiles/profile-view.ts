import { languageRow } from '@/components/directory/names';
import { viewEventCard } from '@/components/events/event-view';
import { pagePath } from '@/lib/i18n/page-path';
import { serviceTitle } from '@/components/services/service-title';
import type { PublicAdvisor } from '@/lib/directory/loaders';
import type { Locale } from '@/lib/i18n/routing';
import type { Member } from '@/lib/organisations/types';
import { addressLines, mapAddress, type PracticeAddress } from '@/lib/profiles/rules/practice-address';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import { shownText } from '@/lib/profiles/rules/shown-text';
import type { PublicProfile } from '@/lib/profiles/types';
import type { OwnService } from '@/lib/services/types';
import type { MemberView, PlaceView, ProfileServiceView, ProfileView, SellerView } from './types';

type Reader = { locale: Locale; specialityName: (code: string) => string };

function viewMember({ id, name, portrait, slug }: Member, locale: Locale): MemberView {
  const picture = portraitAddress(portrait);
  const href = slug && pagePath({ pathname: '/advisors/[slug]', params: { slug } }, locale);
  return { id, name, ...(picture && { picture }), ...(href && { href }) };
}

function viewService(
  service: OwnService,
  { slug, mainLocale }: PublicProfile,
  members: readonly MemberView[],
  locale: Locale,
) {
  const of = (wanted: string) => service.texts.find((text) => text.locale === wanted);
  const view: ProfileServiceView = {
    id: service.id,
    title: serviceTitle(service.texts, locale, mainLocale) ?? '',
    description: (of(locale) ?? of(mainLocale) ?? service.texts[0])?.description ?? '',
    durationMinutes: service.durationMinutes,
    price: service.price,
    channels: service.channels,
    confirmation: service.confirmationMode,
    timesHref: pagePath(
      { pathname: '/advisors/[slug]/times', params: { slug }, query: { service: service.id } },
      locale,
    ),
    bookHref: pagePath({ pathname: '/book/[serviceId]', params: { serviceId: service.id } }, locale),
    waitHref: pagePath({ pathname: '/waiting/[serviceId]', params: { serviceId: service.id } }, locale),
    members: members.filter(({ id }) => service.memberIds.includes(id)),
  };
  return view;
}

function viewSeller({ sellerName, sellerAddress, sellerEmail, vatId }: PublicProfile): SellerView {
  return {
    name: sellerName ?? '',
    addressLines: (sellerAddress ?? '').split('\n').filter((line) => line.trim() !== ''),
    ...(sellerEmail && { email: sellerEmail }),
    ...(vatId && { vatId }),
  };
}

function viewPlace(place: PracticeAddress | null, locale: Locale): PlaceView | null {
  if (!place) return null;
  const lines = addressLines(place, locale);
  return { lines, mapHref: mapAddress(lines) };
}

/** A public profile as its page shows it, in the reader's language where the advisor has written in it. */
export function viewProfile(
  { profile, members: team, services, place, events }: PublicAdvisor,
  { locale, specialityName }: Reader,
): ProfileView {
  const text = shownText(profile.texts, locale, profile.mainLocale);
  const picture = portraitAddress(profile.portrait);
  const members = team.map((member) => viewMember(member, locale));
  return {
    id: profile.id,
    name: profile.displayName,
    kind: profile.kind === 'organisation' ? 'organisation' : 'person',
    ...(picture && { picture }),
    headline: text.headline,
    about: text.about,
    textLocale: text.locale,
    isVerified: profile.isVerified,
    ...(profile.city && { city: profile.city }),
    languages: languageRow(profile.spokenLanguages, locale),
    specialities: profile.specialities.map((speciality) => ({
      label: specialityName(speciality),
      href: pagePath({ pathname: '/advisors', query: { speciality } }, locale),
    })),
    services: services.map((service) => viewService(service, profile, members, locale)),
    members,
    events: events.map((event) => viewEventCard(event, locale)),
    education: profile.education,
    seller: viewSeller(profile),
    place: viewPlace(place, locale),
    answerHours: profile.answerHours,
    zone: profile.timeZone,
  };
}
