import { toMember } from '@/lib/organisations/read-team';
import { practiceAddressOf } from '@/lib/profiles/rules/practice-address';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { money, toCurrency } from '@/lib/shared/money';
import type { Offer, OwnService, ServiceText } from './types';

const termsSelect = {
  id: true,
  kind: true,
  isActive: true,
  durationMinutes: true,
  priceAmount: true,
  currency: true,
  channels: true,
  bufferBeforeMinutes: true,
  bufferAfterMinutes: true,
  noticeMinutes: true,
  horizonDays: true,
  slotStepMinutes: true,
  packed: true,
  dailyLimit: true,
  weeklyLimit: true,
  confirmationMode: true,
  paymentMode: true,
  vatBps: true,
} as const satisfies Prisma.ServiceSelect;

const offerSelect = {
  ...termsSelect,
  texts: { select: { locale: true, title: true } },
  members: {
    // Who cannot sign in, or is not to be booked, gives nothing.
    where: { specialist: { status: { notIn: ['suspended', 'closed'] }, account: { status: 'active' } } },
    select: {
      specialist: { select: { id: true, displayName: true, portrait: true, slug: true, status: true } },
    },
  },
  provider: {
    select: {
      id: true,
      kind: true,
      status: true,
      salesStoppedAt: true,
      slug: true,
      displayName: true,
      portrait: true,
      timeZone: true,
      mainLocale: true,
      answerHours: true,
      sellerName: true,
      sellerAddress: true,
      practiceStreet: true,
      practicePostalCode: true,
      practiceCity: true,
      practiceCountry: true,
      vatRegime: true,
      vatNote: true,
      reverseCharge: true,
      reverseChargeVerifiedAt: true,
      accountId: true,
      plan: {
        select: { code: true, commissionBps: true, commissionVatIncluded: true, advisorBearsFee: true },
      },
    },
  },
} as const satisfies Prisma.ServiceSelect;

type OfferRow = Prisma.ServiceGetPayload<{ select: typeof offerSelect }>;

/** The service as it is sold now, or null when there is none of this id. */
export async function findOffer(database: Database, serviceId: string): Promise<Offer | null> {
  const row = await database.service.findUnique({ where: { id: serviceId }, select: offerSelect });
  return row && toOffer(row);
}

/** Everything that a provider sells, in its own order. */
export async function listOffers(database: Database, providerId: string): Promise<Offer[]> {
  const rows = await database.service.findMany({
    where: { providerId, isActive: true },
    select: offerSelect,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(toOffer);
}

/** Everything that some providers sell, each in its own order. */
export async function listOffersOf(database: Database, providerIds: string[]): Promise<Offer[]> {
  const rows = await database.service.findMany({
    where: { providerId: { in: providerIds }, isActive: true },
    select: offerSelect,
    orderBy: [{ providerId: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    take: providerIds.length * 100,
  });
  return rows.map(toOffer);
}

function toOffer(row: OfferRow): Offer {
  const { id, isActive, priceAmount, currency, packed, texts, provider, members: given, ...service } = row;
  const { id: providerId, kind, status, plan, sellerName, sellerAddress, ...more } = provider;
  const { reverseCharge, reverseChargeVerifiedAt, salesStoppedAt, ...place } = more;
  const { practiceStreet, practicePostalCode, practiceCity, practiceCountry, ...seller } = place;
  const members = given
    .map(({ specialist }) => toMember(specialist))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const specialistIds = kind === 'specialist' ? [providerId] : members.map((member) => member.id);
  const practice = practiceAddressOf({ practiceStreet, practicePostalCode, practiceCity, practiceCountry });
  // Nobody is sold a visit to nowhere; what was put on sale before practices had an address lacks one.
  const channels = service.channels.filter((channel) => channel !== 'in_person' || practice !== null);
  return {
    ...service,
    channels,
    serviceId: id,
    providerId,
    specialistIds,
    members,
    isSellable:
      isActive &&
      status === 'published' &&
      salesStoppedAt === null &&
      channels.length > 0 &&
      specialistIds.length > 0,
    titles: Object.fromEntries(texts.map(({ locale, title }) => [locale, title])),
    price: money(priceAmount, toCurrency(currency)),
    isPacked: packed,
    provider: {
      ...seller,
      reverseCharge: reverseCharge && reverseChargeVerifiedAt !== null,
      sellerName: sellerName ?? '',
      sellerAddress: sellerAddress ?? '',
      practice,
    },
    plan,
  };
}

const ownSelect = {
  ...termsSelect,
  members: { select: { specialistId: true } },
  texts: { select: { locale: true, title: true, description: true } },
} as const satisfies Prisma.ServiceSelect;

type OwnRow = Prisma.ServiceGetPayload<{ select: typeof ownSelect }>;

function toOwn({ priceAmount, currency, members, ...row }: OwnRow): OwnService {
  const memberIds = members.map(({ specialistId }) => specialistId);
  return { ...row, memberIds, price: money(priceAmount, toCurrency(currency)) };
}

/** Services of one provider, those on sale first. */
export async function listOwnServices(database: Database, providerId: string): Promise<OwnService[]> {
  const rows = await database.service.findMany({
    where: { providerId },
    select: ownSelect,
    orderBy: [{ isActive: 'desc' }, { position: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(toOwn);
}

/** Null when there is none of this id, or it is another provider's. */
export async function findOwnService(
  database: Database,
  providerId: string,
  id: string,
): Promise<OwnService | null> {
  const row = await database.service.findFirst({ where: { id, providerId }, select: ownSelect });
  return row && toOwn(row);
}

/** Whether a service on sale can take place in person. */
export async function hasServiceInPerson(database: Database, providerId: string): Promise<boolean> {
  const where = { providerId, isActive: true, channels: { has: 'in_person' as const } };
  return (await database.service.findFirst({ where, select: { id: true } })) !== null;
}

export type ServiceTerms = Omit<
  Prisma.ServiceUncheckedCreateInput,
  'id' | 'providerId' | 'texts' | 'members'
>;

export function countServices(tx: Tx, providerId: string): Promise<number> {
  return tx.service.count({ where: { providerId } });
}

export async function insertService(
  tx: Tx,
  providerId: string,
  data: ServiceTerms,
  texts: readonly ServiceText[],
): Promise<string> {
  const row = await tx.service.create({
    data: { providerId, ...data, texts: { create: texts.map((text) => ({ ...text })) } },
    select: { id: true },
  });
  return row.id;
}

/** False when the service is not there, or another provider's; its texts are replaced only when it is. */
export async function updateService(
  tx: Tx,
  { id, providerId }: { id: string; providerId: string },
  data: Prisma.ServiceUncheckedUpdateManyInput,
  texts?: readonly ServiceText[],
): Promise<boolean> {
  const { count } = await tx.service.updateMany({ where: { id, providerId }, data });
  if (count === 1 && texts) {
    await tx.serviceText.deleteMany({ where: { serviceId: id } });
    await tx.serviceText.createMany({ data: texts.map((text) => ({ serviceId: id, ...text })) });
  }
  return count === 1;
}

/** Writes who gives a service of an organisation; aborts the transaction when one of them does not work there. */
export async function replaceMembers(
  tx: Tx,
  { id: serviceId, providerId: organisationId }: { id: string; providerId: string },
  specialistIds: readonly string[],
): Promise<void> {
  await tx.serviceMember.deleteMany({ where: { serviceId, specialistId: { notIn: [...specialistIds] } } });
  await tx.serviceMember.createMany({
    data: specialistIds.map((specialistId) => ({ serviceId, organisationId, specialistId })),
    skipDuplicates: true,
  });
}

/** Takes off sale what nobody of an organisation gives any more; returns what it was. */
export async function switchOffUngiven(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx.service.updateManyAndReturn({
    where: { providerId: organisationId, isActive: true, members: { none: {} } },
    data: { isActive: false },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Whether the specialist gives the service now, and goes on giving it until the transaction ends. */
export async function lockGiven(tx: Tx, of: { serviceId: string; specialistId: string }): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from service_member
    where service_id = ${of.serviceId}::uuid and specialist_id = ${of.specialistId}::uuid for share`;
  return rows.length > 0;
}
