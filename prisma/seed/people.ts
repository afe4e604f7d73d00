import type { AccountActor } from '@/lib/access/actor';
import { locales } from '@/lib/i18n/routing';
import { addHours } from '@/lib/shared/time';
import { clients } from './content/clients';
import { hours } from './content/hours';
import { introduction, longSession, session, type Titled } from './content/services';
import { specialists1 } from './content/specialists-1';
import { specialists2 } from './content/specialists-2';
import { specialists3 } from './content/specialists-3';
import { specialists4 } from './content/specialists-4';
import type { SpecialistContent } from './content/types';
import { makeAccount } from './factories/accounts';
import { makeSpecialist } from './factories/providers';
import { seedId, seedStripeId } from './seed-id';

export const specialistContents = [...specialists1, ...specialists2, ...specialists3, ...specialists4];

export type DemoSpecialist = { content: SpecialistContent; actor: AccountActor; providerId: string };
export type ServiceName = 'introduction' | 'session' | 'long';

export const serviceId = (slug: string, name: ServiceName) => seedId(`service/${slug}/${name}`);

const daysBefore = (now: Date, days: number) => addHours(now, -24 * days);
const emailOf = ({ slug }: SpecialistContent) =>
  slug === 'claire-vasseur' ? 'specialist@demo.example' : `${slug}@demo.example`;
const words = (titled: Titled, part: 0 | 1) =>
  Object.fromEntries(locales.map((locale) => [locale, titled[locale][part]]));

export const adminEmail = 'admin@demo.example';

/** The people who book. */
export async function seedClients(now: Date, passwordHash: string): Promise<AccountActor[]> {
  const actors: AccountActor[] = [];
  for (const [index, { email, name, locale, zone }] of clients.entries()) {
    actors.push(
      await makeAccount({
        id: seedId(`account/${email}`),
        email,
        name,
        locale,
        timeZone: zone,
        passwordHash,
        isDemo: true,
        stripeCustomerId: seedStripeId('cus', email),
        createdAt: daysBefore(now, 120 - 3 * index),
      }),
    );
  }
  return actors;
}

/** The operator's account. It is made last: where it is, the demo is complete. */
export function seedAdmin(now: Date, passwordHash: string): Promise<AccountActor> {
  return makeAccount({
    id: seedId('account/admin'),
    email: adminEmail,
    name: 'Consilia',
    locale: 'fr',
    timeZone: 'Europe/Paris',
    passwordHash,
    isDemo: true,
    isAdmin: true,
    createdAt: daysBefore(now, 320),
  });
}

/** The 24 advisors with profile, services and weekly hours. */
export async function seedSpecialists(now: Date, passwordHash: string): Promise<DemoSpecialist[]> {
  const made: DemoSpecialist[] = [];
  for (const [index, content] of specialistContents.entries()) {
    const createdAt = daysBefore(now, 300 - 4 * index);
    const { actor, providerId } = await makeSpecialist({
      account: {
        id: seedId(`account/${content.slug}`),
        email: emailOf(content),
        name: content.name,
        locale: content.main,
        timeZone: content.zone,
        passwordHash,
        isDemo: true,
        createdAt,
      },
      provider: profileOf(content, createdAt),
      texts: locales.flatMap((locale) => {
        const text = content.texts[locale];
        return text ? [{ locale, headline: text[0], about: text[1] }] : [];
      }),
      education: content.education.map(([year, title, institution], position) => ({
        id: seedId(`education/${content.slug}/${position}`),
        year,
        title,
        institution,
      })),
      ranges: hours[content.hours].map((range, position) => ({
        id: seedId(`range/${content.slug}/${position}`),
        ...range,
      })),
      services: servicesOf(content, createdAt),
    });
    made.push({ content, actor, providerId });
  }
  return made;
}

function profileOf(content: SpecialistContent, createdAt: Date) {
  const { slug, name, city, country, zone, main, address, portrait, plan, spoken, specialities } = content;
  const [street, postalCode] = content.practice ?? [];
  return {
    id: seedId(`provider/${slug}`),
    slug,
    displayName: name,
    city,
    country,
    timeZone: zone,
    mainLocale: main,
    portrait: portrait && `p-${portrait}`,
    spokenLanguages: spoken,
    specialities,
    practiceStreet: street ?? null,
    practicePostalCode: postalCode ?? null,
    practiceCity: street ? city : null,
    practiceCountry: street ? country : null,
    sellerName: name,
    sellerAddress: address,
    sellerEmail: emailOf(content),
    vatRegime: specialities.includes('psychology') ? ('exempt' as const) : ('small_business' as const),
    planCode: plan,
    diplomasVerifiedAt: content.verified ? addHours(createdAt, 48) : null,
    publishedAt: addHours(createdAt, 2),
    createdAt,
  };
}

/** A free first call, the session, and a longer one; the names in all four languages. */
function servicesOf(content: SpecialistContent, createdAt: Date) {
  const { slug, price, minutes, mode, paid, practice, specialities } = content;
  const common = {
    noticeMinutes: mode === 'instant' ? 120 : 720,
    bufferAfterMinutes: 10,
    createdAt,
  };
  const service = (name: ServiceName, titled: Titled) => ({
    ...common,
    id: serviceId(slug, name),
    titles: words(titled, 0),
    descriptions: words(titled, 1),
  });
  return [
    {
      ...service('introduction', introduction),
      kind: 'introductory' as const,
      durationMinutes: 15,
      priceAmount: 0,
      channels: ['video' as const, 'voice' as const],
      confirmationMode: 'instant' as const,
    },
    {
      ...service('session', session[specialities[0] ?? 'coaching']),
      durationMinutes: minutes,
      priceAmount: price,
      channels: practice ? ['video' as const, 'in_person' as const] : ['video' as const, 'voice' as const],
      confirmationMode: mode,
      paymentMode: paid ?? ('at_booking' as const),
    },
    {
      ...service('long', longSession),
      durationMinutes: 90,
      priceAmount: Math.round((price * 1.4) / 500) * 500,
      channels: ['video' as const],
      confirmationMode: 'request' as const,
    },
  ];
}
