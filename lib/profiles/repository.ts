import { isBarred } from '@/lib/access/actor';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import {
  type PracticeAddress,
  practiceAddressOf,
  type PracticeColumns,
  practiceColumnsOf,
} from './rules/practice-address';
import type { OwnProfile, ProfileText, PublicPageRow, PublicProfile } from './types';

const ownSelect = {
  id: true,
  status: true,
  slug: true,
  displayName: true,
  timeZone: true,
  mainLocale: true,
  portrait: true,
  city: true,
  country: true,
  practiceStreet: true,
  practicePostalCode: true,
  practiceCity: true,
  practiceCountry: true,
  spokenLanguages: true,
  specialities: true,
  answerHours: true,
  diplomasVerifiedAt: true,
  sellerName: true,
  sellerAddress: true,
  sellerEmail: true,
  vatRegime: true,
  vatNote: true,
  vatId: true,
  reverseCharge: true,
  reverseChargeVerifiedAt: true,
  planCode: true,
  texts: { select: { locale: true, headline: true, about: true } },
  education: {
    select: { id: true, year: true, title: true, institution: true },
    orderBy: [{ year: 'desc' }, { position: 'asc' }],
  },
} as const satisfies Prisma.ProviderSelect;

export async function findOwnProfile(database: Database, providerId: string): Promise<OwnProfile | null> {
  const row = await database.provider.findUnique({ where: { id: providerId }, select: ownSelect });
  return row && withPractice(row);
}

/** The four columns of the practice's address as one. */
function withPractice<T extends PracticeColumns>({
  practiceStreet,
  practicePostalCode,
  practiceCity,
  practiceCountry,
  ...row
}: T) {
  const columns = { practiceStreet, practicePostalCode, practiceCity, practiceCountry };
  return { ...row, practice: practiceAddressOf(columns) };
}

/** Where a practice receives its clients, or null while that is not known. */
export async function findPracticeAddress(
  database: Database,
  providerId: string,
): Promise<PracticeAddress | null> {
  const row = await database.provider.findUniqueOrThrow({
    where: { id: providerId },
    select: { practiceStreet: true, practicePostalCode: true, practiceCity: true, practiceCountry: true },
  });
  return practiceAddressOf(row);
}

/** The published profile at this address, or null. */
export async function findPublicProfile(database: Database, slug: string): Promise<PublicProfile | null> {
  const row = await database.provider.findFirst({
    where: { slug, status: 'published' },
    select: { ...ownSelect, kind: true },
  });
  if (!row) return null;
  const {
    status: _status,
    planCode: _plan,
    reverseCharge: _asked,
    reverseChargeVerifiedAt: _checked,
    diplomasVerifiedAt,
    ...profile
  } = withPractice(row);
  return { ...profile, isVerified: diplomasVerifiedAt !== null };
}

/** Addresses of all published profiles, with the texts that say in which languages they are. */
export async function listPublicPages(database: Database, limit: number): Promise<PublicPageRow[]> {
  return database.provider.findMany({
    where: { status: 'published' },
    select: {
      slug: true,
      updatedAt: true,
      texts: { select: { locale: true, headline: true, about: true } },
    },
    orderBy: { publishedAt: 'asc' },
    take: limit,
  });
}

export type NewProvider = {
  kind: 'specialist' | 'organisation';
  accountId: string;
  slug: string;
  displayName: string;
  timeZone: string;
  mainLocale: string;
  spokenLanguages: string[];
  specialities: string[];
};

/** The id of the new practice, a draft. Aborts the transaction when account or slug have one already. */
export async function insertProvider(tx: Tx, data: NewProvider): Promise<string> {
  const row = await tx.provider.create({ data, select: { id: true } });
  return row.id;
}

/** Those of the given addresses that belong to a profile already. */
export async function listTakenSlugs(database: Database, slugs: string[]): Promise<string[]> {
  const rows = await database.provider.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true },
    take: slugs.length,
  });
  return rows.map(({ slug }) => slug);
}

export async function writeAvailableUntil(tx: Tx, id: string, availableUntil: Date | null): Promise<void> {
  await tx.provider.update({ where: { id }, data: { availableUntil }, select: { id: true } });
}

export async function findAvailableUntil(database: Database, id: string): Promise<Date | null> {
  const row = await database.provider.findUnique({ where: { id }, select: { availableUntil: true } });
  return row?.availableUntil ?? null;
}

/** Whether an admin keeps the provider from selling anything. */
export async function isSuspended(database: Database, id: string): Promise<boolean> {
  const found = await database.provider.findUnique({ where: { id }, select: { status: true } });
  return found !== null && isBarred(found.status);
}

/** The zone in which a provider's hours are written. */
export async function findZone(database: Database, id: string): Promise<string> {
  const { timeZone } = await database.provider.findUniqueOrThrow({
    where: { id },
    select: { timeZone: true },
  });
  return timeZone;
}

/** Until the end of the transaction nobody else changes this provider's offer; bookings of it are not held up. */
export async function lockProvider(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select 1 from provider where id = ${id}::uuid for no key update`;
}

export async function updateProvider(
  tx: Tx,
  id: string,
  data: Prisma.ProviderUncheckedUpdateInput,
): Promise<void> {
  await tx.provider.update({ where: { id }, data, select: { id: true } });
}

export async function updatePracticeAddress(
  tx: Tx,
  id: string,
  address: PracticeAddress | null,
): Promise<void> {
  await updateProvider(tx, id, practiceColumnsOf(address));
}

/** Moves a profile between draft and published; false when it was moved meanwhile, or is suspended. */
export async function moveProviderStatus(
  tx: Tx,
  id: string,
  from: 'draft' | 'published',
  data: { status: 'draft' | 'published'; publishedAt?: Date },
): Promise<boolean> {
  const { count } = await tx.provider.updateMany({ where: { id, status: from }, data });
  return count === 1;
}

/** Writes the texts of a profile, language by language; a language without text has no row. */
export async function replaceTexts(tx: Tx, providerId: string, texts: readonly ProfileText[]): Promise<void> {
  await tx.providerText.deleteMany({ where: { providerId } });
  await tx.providerText.createMany({ data: texts.map((text) => ({ providerId, ...text })) });
}

export async function insertEducation(
  tx: Tx,
  providerId: string,
  row: { year: number; title: string; institution: string },
): Promise<void> {
  const position = await tx.education.count({ where: { providerId } });
  await tx.education.create({ data: { providerId, position, ...row }, select: { id: true } });
}

export function countEducation(tx: Tx, providerId: string): Promise<number> {
  return tx.education.count({ where: { providerId } });
}

/** False when the row is not there, or another provider's. */
export async function deleteEducation(tx: Tx, providerId: string, id: string): Promise<boolean> {
  const { count } = await tx.education.deleteMany({ where: { id, providerId } });
  return count === 1;
}
