import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { listTimesOf, type OfferTimes } from '@/lib/services/next-times';
import { isAvailableNow } from '@/lib/profiles/rules/available-now';
import { isId } from '@/lib/shared/ids';
import { cursorInstant, decodeCursor, encodeCursor } from '@/lib/shared/pagination';
import { addHours, addLocalDays, localDate, startOfLocalDay } from '@/lib/shared/time';
import {
  countMatches,
  type Counts,
  type Filter,
  type Found,
  listWordsLike,
  type Position,
  searchPage,
} from './repository';
import { foldWords } from '@/lib/shared/fold-words';
import { nextDays } from './rules/next-days';
import { withoutSmallWords } from '@/lib/shared/small-words';
import { forgivenErrors, likelyWords } from './rules/typing-errors';
import type { SearchInput } from './schema';
import type { AdvisorResult, SearchResults } from './types';

const pageSize = 12;
const mostWords = 8;
const mostSpellings = 12;
const timesWindowDays = 21;
const shown = { days: 3, perDay: 3 };

/** Until when something must be free: the end of the reader's day, or so many days from now. */
function freeBefore(within: SearchInput['within'], now: Date, zone: string): Date | undefined {
  if (within === 'today') return startOfLocalDay(addLocalDays(localDate(now, zone), 1), zone);
  if (within === 'threeDays') return addHours(now, 72);
  return within === 'week' ? addHours(now, 7 * 24) : undefined;
}

/** Stands in a cursor for whoever has no free time. */
const never = -1;

function readPosition(text: string | undefined): Position | undefined {
  const cursor = text === undefined ? undefined : decodeCursor(text, ['number', 'string']);
  if (!cursor?.ok) return undefined;
  const [time, id] = cursor.value;
  if (typeof id !== 'string' || !isId(id)) return undefined;
  const nextFreeAt = time === never ? null : cursorInstant(time);
  return nextFreeAt === undefined ? undefined : { nextFreeAt, id };
}

const writePosition = ({ nextFreeAt, advisor }: Found) =>
  encodeCursor([nextFreeAt?.getTime() ?? never, advisor.id]);

/** The times of the service that people come for first: the first one that is not a free introduction. */
function timesOf(offers: readonly OfferTimes[]) {
  const withTimes = offers.filter(({ slots }) => slots.length > 0);
  const main = withTimes.find(({ offer }) => offer.price.amount > 0) ?? withTimes[0];
  return main ? main.slots.map(({ start }) => ({ start, serviceId: main.offer.serviceId })) : [];
}

const wordsOf = (q: string): readonly string[] =>
  withoutSmallWords(foldWords(q).split(' ').filter(Boolean)).slice(0, mostWords);

/** The words with those that they may have meant, when they were mistyped. */
function withLikelyWords(words: readonly string[]): Promise<string[][]> {
  return Promise.all(
    words.map(async (word) => {
      const errors = forgivenErrors(word.length);
      if (errors === 0) return [word];
      const range = { least: word.length - errors, most: word.length + errors };
      return [word, ...likelyWords(word, await listWordsLike(db(), word, range), mostSpellings)];
    }),
  );
}

type Way = { filter: Filter; counts: Counts };

/**
 * The way of looking that finds somebody: words at their beginning ("schlaf" finds Schlafstörung), else also inside
 * others ("scheidung" finds Entscheidung only when there is no Scheidung), else with typing errors forgiven.
 */
async function findWay(filter: Omit<Filter, 'words' | 'isInside'>, words: readonly string[]): Promise<Way> {
  const ways = [
    async (): Promise<Filter> => ({ ...filter, words: words.map((word) => [word]), isInside: false }),
    async (): Promise<Filter> => ({ ...filter, words: words.map((word) => [word]), isInside: true }),
    async (): Promise<Filter> => ({ ...filter, words: await withLikelyWords(words), isInside: true }),
  ];
  let found: Way = { filter: { ...filter, words: [], isInside: false }, counts: { total: 0, languages: [] } };
  for (const way of ways) {
    const asked = await way();
    found = { filter: asked, counts: await countMatches(db(), asked) };
    if (found.counts.total > 0) break;
  }
  return found;
}

/**
 * Advisors who match, those who are free soonest first, each with the next times in the reader's zone. A search without
 * any word in it (`!!`) finds nobody and says so. A cursor that cannot be read shows the first page. The number of
 * queries does not depend on the number of results.
 */
export async function searchAdvisors(input: SearchInput, zone: string): Promise<SearchResults> {
  const now = await clock();
  const today = localDate(now, zone);
  const words = wordsOf(input.q);
  if (input.q !== '' && words.length === 0)
    return { total: 0, languages: [], today, advisors: [], hasNoWords: true };
  const asked = {
    now,
    speciality: input.speciality,
    languages: input.language,
    freeBefore: freeBefore(input.within, now, zone),
    isAvailable: input.available !== undefined,
  };
  const [after, before] = [readPosition(input.after), readPosition(input.before)];
  const pageOf = (filter: Filter) => searchPage(db(), filter, before ? { before } : { after }, pageSize);
  const [counts, page] = await countAndPage(asked, words, pageOf);
  const { rows, hasMore } = page;
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = before ? hasMore : after !== undefined;
  const hasNext = before ? true : hasMore;
  return {
    ...counts,
    today,
    advisors: await withTimes(rows, now, zone),
    ...(hasPrevious && first && { previous: writePosition(first) }),
    ...(hasNext && last && { next: writePosition(last) }),
  };
}

/** What is known of the whole, and the page asked for; at once when no words have to be tried first. */
async function countAndPage(
  asked: Omit<Filter, 'words' | 'isInside'>,
  words: readonly string[],
  pageOf: (filter: Filter) => ReturnType<typeof searchPage>,
) {
  if (words.length === 0) {
    const filter = { ...asked, words: [], isInside: false };
    return Promise.all([countMatches(db(), filter), pageOf(filter)]);
  }
  const { filter, counts } = await findWay(asked, words);
  return [counts, await pageOf(filter)] as const;
}

async function withTimes(rows: readonly Found[], now: Date, zone: string): Promise<AdvisorResult[]> {
  const ids = rows.map(({ advisor }) => advisor.id);
  const window = { start: now, end: addHours(now, timesWindowDays * 24) };
  const times = await listTimesOf(db(), ids, window, now);
  return rows.map(({ advisor, ...state }) => ({
    ...advisor,
    isAvailableNow: isAvailableNow(state, now),
    nextDays: nextDays(timesOf(times.get(advisor.id) ?? []), zone, shown),
  }));
}
