import type { Database } from '@/lib/server/db/client';
import { Prisma } from '@/lib/server/db/generated/client';
import { AVAILABLE_START_MINUTES } from '@/lib/profiles/rules/available-now';
import { money, toCurrency } from '@/lib/shared/money';
import { addMinutes } from '@/lib/shared/time';
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

export async function updateAvailableUntil(
  database: Database,
  providerId: string,
  availableUntil: Date | null,
): Promise<void> {
  await database.searchDocument.updateMany({ where: { providerId }, data: { availableUntil } });
}

/** The next free time under which the provider is listed; null when it is not, or has none. */
export async function findNextFree(database: Database, providerId: string): Promise<Date | null> {
  const row = await database.searchDocument.findUnique({
    where: { providerId },
    select: { nextFreeAt: true },
  });
  return row?.nextFreeAt ?? null;
}

/** Writes the next free times of several providers, as computed at this instant; what was computed later stays. */
export async function updateNextFree(
  database: Database,
  nextFree: ReadonlyMap<string, Date | null>,
  now: Date,
): Promise<void> {
  const times = [...nextFree.values()].map((at) => at?.toISOString() ?? null);
  await database.$executeRaw`
    update search_document d set next_free_at = v.at, next_free_computed_at = ${now}, updated_at = ${now}
    from unnest(${[...nextFree.keys()]}::uuid[], ${times}::timestamptz[]) as v (id, at)
    where d.provider_id = v.id and d.next_free_computed_at <= ${now}`;
}

export async function deleteDocument(database: Database, providerId: string): Promise<void> {
  await database.searchDocument.deleteMany({ where: { providerId } });
}

/** Adds what is new among these folded words to the vocabulary. */
export async function insertWords(database: Database, words: string): Promise<void> {
  const known = [...new Set(words.split(' '))].filter(Boolean).sort();
  await database.searchWord.createMany({
    data: known.map((word) => ({ word, letters: word.length })),
    skipDuplicates: true,
  });
}

/** Forgets the words that have left every document. */
export async function deleteUnusedWords(database: Database): Promise<void> {
  await database.$executeRaw`
    delete from search_word where word not in (
      select word from search_document, unnest(string_to_array(words, ' ')) as word where word is not null)`;
}

/** More are not compared with a mistyped word: a search must not keep the process from its other work. */
const mostCompared = 4000;

/** Words of the vocabulary that have about as many letters, and the first or the last one in common. */
export async function listWordsLike(
  database: Database,
  word: string,
  { least, most }: { least: number; most: number },
): Promise<string[]> {
  const rows = await database.$queryRaw<{ word: string }[]>`
    select word from search_word where letters between ${least} and ${most}
      and (left(word, 1) = left(${word}, 1) or right(word, 1) = right(${word}, 1))
    limit ${mostCompared}`;
  return rows.map((row) => row.word);
}

/** Takes the provider out unless it is public now. */
export async function deleteUnpublished(database: Database, providerId: string): Promise<void> {
  await database.searchDocument.deleteMany({
    where: { providerId, provider: { status: { not: 'published' } } },
  });
}

export type Stale = { providerId: string; isUnknown: boolean };

/**
 * Providers whose next free time has passed, or was computed before the given instant; the oldest first. `isUnknown`:
 * nothing of the document is up to date.
 */
export async function listStale(
  database: Database,
  { now, computedBefore }: { now: Date; computedBefore: Date },
  limit: number,
): Promise<Stale[]> {
  const rows = await database.searchDocument.findMany({
    where: {
      OR: [
        { nextFreeAt: { lte: now } },
        { nextFreeComputedAt: null },
        { nextFreeComputedAt: { lt: computedBefore } },
      ],
    },
    select: { providerId: true, nextFreeComputedAt: true },
    orderBy: { nextFreeComputedAt: { sort: 'asc', nulls: 'first' } },
    take: limit,
  });
  return rows.map(({ providerId, nextFreeComputedAt }) => ({
    providerId,
    isUnknown: nextFreeComputedAt === null,
  }));
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

export type Filter = {
  now: Date;
  /** Each must be found, in one of its spellings; folded. */
  words: readonly (readonly string[])[];
  /** Whether a word may also stand inside another one. */
  isInside: boolean;
  speciality: string | undefined;
  /** Any of them; none: all. */
  languages: readonly string[];
  freeBefore: Date | undefined;
  /** Only those who are available now. */
  isAvailable: boolean;
};

/** A place in the order of the results: by next free time, those without one last, then by id. */
export type Position = { nextFreeAt: Date | null; id: string };
export type Found = { nextFreeAt: Date | null; availableUntil: Date | null; advisor: ListedAdvisor };

/** Folded words hold letters and digits only, and a single space between them. */
function wordCondition(spellings: readonly string[], isInside: boolean): Prisma.Sql {
  const found = spellings.map((word) =>
    isInside
      ? Prisma.sql`words like ${`%${word}%`}`
      : Prisma.sql`(words like ${`${word}%`} or words like ${`% ${word}%`})`,
  );
  return Prisma.sql`(${Prisma.join(found, ' or ')})`;
}

function languageCondition(languages: readonly string[]): Prisma.Sql {
  return languages.length > 0 ? Prisma.sql`languages && ${[...languages]}::text[]` : Prisma.sql`true`;
}

function conditions(filter: Filter, ...more: Prisma.Sql[]): Prisma.Sql {
  const { now, words, isInside, speciality, languages, freeBefore, isAvailable } = filter;
  const all = [
    languageCondition(languages),
    ...words.map((spellings) => wordCondition(spellings, isInside)),
    ...(speciality ? [Prisma.sql`specialities @> ${[speciality]}::text[]`] : []),
    ...(freeBefore ? [Prisma.sql`next_free_at > ${now} and next_free_at < ${freeBefore}`] : []),
    ...(isAvailable
      ? [
          Prisma.sql`available_until > ${now} and next_free_at > ${now} and next_free_at <= ${addMinutes(now, AVAILABLE_START_MINUTES)}`,
        ]
      : []),
    ...more,
  ];
  return Prisma.join(all, ' and ');
}

export type Counts = { total: number; languages: CodeCount[] };

/**
 * How many match, and how many of them in each spoken language, whichever languages are chosen; most first. This is
 * what grows with the directory: the documents are read once, and languages counted by the few ways they come together.
 */
export async function countMatches(database: Database, filter: Filter): Promise<Counts> {
  const rows = await database.$queryRaw<{ code: string | null; count: number }[]>`
    with spoken as (
      select languages, count(*)::int as count from search_document
      where ${conditions({ ...filter, languages: [] })} group by languages
    ), language as (
      select code, sum(count)::int as count from spoken, unnest(languages) as code group by code
    )
    select null as code, coalesce(sum(count), 0)::int as count from spoken
    where ${languageCondition(filter.languages)}
    union all (select code, count from language order by count desc, code)`;
  return {
    total: rows.find(({ code }) => code === null)?.count ?? 0,
    languages: rows.flatMap(({ code, count }) => (code === null ? [] : [{ code, count }])),
  };
}

function afterPosition({ nextFreeAt, id }: Position): Prisma.Sql {
  return nextFreeAt === null
    ? Prisma.sql`(next_free_at is null and provider_id > ${id}::uuid)`
    : Prisma.sql`((next_free_at, provider_id) > (${nextFreeAt}, ${id}::uuid) or next_free_at is null)`;
}

function beforePosition({ nextFreeAt, id }: Position): Prisma.Sql {
  return nextFreeAt === null
    ? Prisma.sql`(next_free_at is not null or provider_id < ${id}::uuid)`
    : Prisma.sql`(next_free_at, provider_id) < (${nextFreeAt}, ${id}::uuid)`;
}

type Place = { after?: Position | undefined; before?: Position };

/** One page of matches in order, and whether there are more on the side one pages towards. */
export async function searchPage(
  database: Database,
  filter: Filter,
  { after, before }: Place,
  limit: number,
): Promise<{ rows: Found[]; hasMore: boolean }> {
  const order = before
    ? Prisma.sql`next_free_at desc nulls first, provider_id desc`
    : Prisma.sql`next_free_at asc nulls last, provider_id asc`;
  const place = before ? [beforePosition(before)] : after ? [afterPosition(after)] : [];
  const found = await database.$queryRaw<{ id: string }[]>`
    select provider_id as id from search_document where ${conditions(filter, ...place)}
    order by ${order} limit ${limit + 1}`;
  const ids = found.slice(0, limit).map(({ id }) => id);
  const rows = await database.searchDocument.findMany({
    where: { providerId: { in: ids } },
    select: { ...listedSelect, nextFreeAt: true, availableUntil: true },
    take: limit,
  });
  const byId = new Map(
    rows.map(({ nextFreeAt, availableUntil, ...row }) => [
      row.provider.id,
      { nextFreeAt, availableUntil, advisor: toListed(row) },
    ]),
  );
  const ordered = (before ? ids.toReversed() : ids).flatMap((id) => byId.get(id) ?? []);
  return { rows: ordered, hasMore: found.length > limit };
}
