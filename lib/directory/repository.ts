import type { Database } from '@/lib/server/db/client';
import { Prisma } from '@/lib/server/db/generated/client';
import { money, toCurrency } from '@/lib/shared/money';
import type { CodeCount, ListedAdvisor } from './types';

export type DirectoryEntry = Omit<Prisma.SearchDocumentUncheckedCreateInput, 'providerId' | 'updatedAt'>;

export async function upsertDocument(
  database: Database,
  providerId: string,
  data: DirectoryEntry,
): Promise<void> {
  await database.searchDocument.upsert({
    where: { providerId },
    create: { providerId, ...data },
    update: data,
    select: { providerId: true },
  });
}

export async function deleteDocument(database: Database, providerId: string): Promise<void> {
  await database.searchDocument.deleteMany({ where: { providerId } });
}

/** Providers whose next free time has passed, or was computed before the given instant; the oldest first. */
export async function listStale(
  database: Database,
  { now, computedBefore }: { now: Date; computedBefore: Date },
  limit: number,
): Promise<string[]> {
  const rows = await database.searchDocument.findMany({
    where: {
      OR: [
        { nextFreeAt: { lte: now } },
        { nextFreeComputedAt: null },
        { nextFreeComputedAt: { lt: computedBefore } },
      ],
    },
    select: { providerId: true },
    orderBy: { nextFreeComputedAt: { sort: 'asc', nulls: 'first' } },
    take: limit,
  });
  return rows.map(({ providerId }) => providerId);
}

const listedSelect = {
  priceFrom: true,
  currency: true,
  specialities: true,
  languages: true,
  provider: {
    select: {
      id: true,
      slug: true,
      kind: true,
      displayName: true,
      portrait: true,
      city: true,
      mainLocale: true,
      timeZone: true,
      diplomasVerifiedAt: true,
      texts: { select: { locale: true, headline: true, about: true } },
    },
  },
} as const satisfies Prisma.SearchDocumentSelect;

type ListedRow = Prisma.SearchDocumentGetPayload<{ select: typeof listedSelect }>;

function toListed({ priceFrom, currency, specialities, languages, provider }: ListedRow): ListedAdvisor {
  const { diplomasVerifiedAt, ...advisor } = provider;
  return {
    ...advisor,
    specialities,
    spokenLanguages: languages,
    isVerified: diplomasVerifiedAt !== null,
    priceFrom: priceFrom && currency ? money(priceFrom, toCurrency(currency)) : null,
  };
}

/** Advisors with a portrait, those with checked diplomas first, then those who came first. */
export async function listFeatured(database: Database, limit: number): Promise<ListedAdvisor[]> {
  const rows = await database.searchDocument.findMany({
    where: { provider: { portrait: { not: null } } },
    select: listedSelect,
    orderBy: [
      { provider: { diplomasVerifiedAt: { sort: 'asc', nulls: 'last' } } },
      { provider: { publishedAt: 'asc' } },
      { providerId: 'asc' },
    ],
    take: limit,
  });
  return rows.map(toListed);
}

/** How many published advisors carry each code of a list; most first. */
export async function countCodes(
  database: Database,
  list: 'specialities' | 'languages',
): Promise<CodeCount[]> {
  const codes = list === 'specialities' ? Prisma.sql`specialities` : Prisma.sql`languages`;
  return database.$queryRaw<CodeCount[]>`
    select code, count(*)::int as count from search_document, unnest(${codes}) as code
    group by code order by count desc, code`;
}
