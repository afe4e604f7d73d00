import type { AccountActor } from '@/lib/access/actor';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { locales } from '@/lib/i18n/routing';
import { invitationToken } from '@/lib/organisations/invitation-token';
import { invitationEnds } from '@/lib/organisations/rules/invitation';
import { db } from '@/lib/server/db/client';
import { hashToken } from '@/lib/server/session/token';
import { addHours, addLocalDays, localDate } from '@/lib/shared/time';
import { eventContents, textsOf } from './content/events';
import { hours } from './content/hours';
import { type OrganisationContent, organisations } from './content/organisations';
import { introduction, session, type Titled } from './content/services';
import { makeAccount } from './factories/accounts';
import { makeEvent } from './factories/events';
import { addManager, addMember, makeOrganisation } from './factories/organisations';
import { type DemoSpecialist, serviceId } from './people';
import { seedId } from './seed-id';

export type DemoOrganisation = {
  content: OrganisationContent;
  /** The owner. */
  actor: AccountActor;
  providerId: string;
  managers: AccountActor[];
  members: DemoSpecialist[];
};

const daysBefore = (now: Date, days: number) => addHours(now, -24 * days);
const words = (titled: Titled, part: 0 | 1) =>
  Object.fromEntries(locales.map((locale) => [locale, titled[locale][part]]));

/** The 4 practices with their teams, services and hours, and invitations of the first one. */
export async function seedOrganisations(
  now: Date,
  passwordHash: string,
  specialists: readonly DemoSpecialist[],
): Promise<DemoOrganisation[]> {
  const made: DemoOrganisation[] = [];
  for (const [index, content] of organisations.entries()) {
    const createdAt = daysBefore(now, 150 - 10 * index);
    const organisation = await makeOrganisation(practiceOf(content, passwordHash, createdAt));
    const members = content.members.map((slug) => find(specialists, slug));
    const since = addHours(createdAt, 24);
    for (const member of members) {
      const { slug, hours: name } = member.content;
      const ranges = hours[name].map((range, place) => ({
        id: seedId(`range/${content.slug}/${slug}/${place}`),
        ...range,
      }));
      await addMember(organisation, member, {
        id: seedId(`membership/${content.slug}/${slug}`),
        since,
        ranges,
      });
    }
    const managers = await managersOf(content, organisation, { passwordHash, since });
    made.push({ content, actor: organisation.actor, providerId: organisation.providerId, managers, members });
  }
  const [first] = made;
  if (first) await invite(first, now);
  return made;
}

/** An evening of the first practice, which a member holds. */
export async function seedEventOf({ content, actor, providerId, members }: DemoOrganisation, now: Date) {
  const [, host] = members;
  if (!host) throw new Error(`nobody works at ${content.slug}`);
  const startsAt = instantOfWall(addLocalDays(localDate(now, content.zone), 11), 20 * 60, content.zone);
  await makeEvent(
    { actor, providerId, serviceIds: [] },
    {
      id: seedId(`event/${content.slug}/event`),
      hostId: host.providerId,
      startsAt,
      durationMinutes: 60,
      priceAmount: 1500,
      bookUntil: addHours(startsAt, -24),
      language: 'fr',
      cover: eventContents.circle.cover,
      texts: textsOf('circle'),
      createdAt: daysBefore(now, 12),
    },
  );
}

function find(specialists: readonly DemoSpecialist[], slug: string): DemoSpecialist {
  const found = specialists.find(({ content }) => content.slug === slug);
  if (!found) throw new Error(`nobody is called ${slug}`);
  return found;
}

async function managersOf(
  { manager, main, zone }: OrganisationContent,
  organisation: Awaited<ReturnType<typeof makeOrganisation>>,
  { passwordHash, since }: { passwordHash: string; since: Date },
): Promise<AccountActor[]> {
  if (!manager) return [];
  const { email, name } = manager;
  const account = await makeAccount({
    id: seedId(`account/${email}`),
    email,
    name,
    locale: main,
    timeZone: zone,
    passwordHash,
    isDemo: true,
    createdAt: since,
  });
  return [await addManager(organisation, account, { id: seedId(`membership/${email}`), since })];
}

function practiceOf(content: OrganisationContent, passwordHash: string, createdAt: Date) {
  const { slug, name, email, owner, city, country, zone, main, address } = content;
  return {
    account: {
      id: seedId(`account/${email}`),
      email,
      name: owner,
      locale: main,
      timeZone: zone,
      passwordHash,
      isDemo: true,
      createdAt,
    },
    provider: {
      id: seedId(`provider/${slug}`),
      slug,
      displayName: name,
      city,
      country,
      timeZone: zone,
      mainLocale: main,
      spokenLanguages: content.spoken,
      specialities: content.specialities,
      practiceStreet: null,
      practicePostalCode: null,
      practiceCity: null,
      practiceCountry: null,
      sellerName: name,
      sellerAddress: address,
      sellerEmail: email,
      vatRegime: 'small_business' as const,
      planCode: content.plan,
      publishedAt: addHours(createdAt, 48),
      createdAt,
    },
    texts: locales.map((locale) => ({
      locale,
      headline: content.texts[locale][0],
      about: content.texts[locale][1],
    })),
    services: servicesOf(content, createdAt),
  };
}

function servicesOf({ slug, price, specialities: [field] }: OrganisationContent, createdAt: Date) {
  const common = { noticeMinutes: 720, bufferAfterMinutes: 10, createdAt };
  return [
    {
      ...common,
      id: serviceId(slug, 'introduction'),
      titles: words(introduction, 0),
      descriptions: words(introduction, 1),
      kind: 'introductory' as const,
      durationMinutes: 15,
      priceAmount: 0,
      channels: ['video' as const, 'voice' as const],
      confirmationMode: 'instant' as const,
    },
    {
      ...common,
      id: serviceId(slug, 'session'),
      titles: words(session[field], 0),
      descriptions: words(session[field], 1),
      durationMinutes: 60,
      priceAmount: price,
      channels: ['video' as const, 'voice' as const],
      confirmationMode: 'request' as const,
    },
  ];
}

/** One that waits for its answer, and one that was declined. */
async function invite({ providerId, actor }: DemoOrganisation, now: Date): Promise<void> {
  const rows = [
    { email: 'amelie.roche@demo.example', role: 'member', status: 'open', days: 2 },
    { email: 'paul.girard@demo.example', role: 'manager', status: 'declined', days: 20 },
  ] as const;
  for (const { email, role, status, days } of rows) {
    const id = seedId(`invitation/${email}`);
    const createdAt = daysBefore(now, days);
    await db().memberInvitation.create({
      data: {
        id,
        organisationId: providerId,
        email,
        role,
        tokenHash: hashToken(invitationToken(id)),
        status,
        invitedById: actor.accountId,
        createdAt,
        expiresAt: invitationEnds(createdAt),
        decidedAt: status === 'open' ? null : addHours(createdAt, 30),
      },
    });
  }
}
