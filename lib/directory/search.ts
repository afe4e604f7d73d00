import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { listTimesOf, type OfferTimes } from '@/lib/services/next-times';
import { isId } from '@/lib/shared/ids';
import { decodeCursor, encodeCursor } from '@/lib/shared/pagination';
import { addHours, addLocalDays, localDate, startOfLocalDay } from '@/lib/shared/time';
import {
  countLanguages,
  countMatches,
  type Filter,
  type Found,
  type Position,
  searchPage,
} from './repository';
import { foldWords } from './rules/fold-words';
import { nextDays } from './rules/next-days';
import type { SearchInput } from './schema';
import type { AdvisorResult, SearchResults } from './types';

const pageSize = 12;
const timesWindowDays = 21;
const shown = { days: 3, perDay: 3 };

/** Until when something must be free: the end of the reader's day, or so many days from now. */
function freeBefore(within: SearchInput['within'], now: Date, zone: string): Date | undefined {
  if (within === 'today') return startOfLocalDay(addLocalDays(localDate(now, zone), 1), zone);
  if (within === 'threeDays') return addHours(now, 72);
  return within === 'week' ? addHours(now, 7 * 24) : undefined;
}

/** The end of the year 9999: later instants have no form that every part of the way can read. */
const lastInstant = 253_402_300_799_999;

function readPosition(text: string | undefined): Position | undefined {
  const cursor = text === undefined ? undefined : decodeCursor(text, ['number', 'string']);
  if (!cursor?.ok) return undefined;
  const [time, id] = cursor.value;
  if (typeof time !== 'number' || typeof id !== 'string' || !isId(id)) return undefined;
  if (!Number.isInteger(time) || time > lastInstant) return undefined;
  return { nextFreeAt: time < 0 ? null : new Date(time), id };
}

const writePosition = ({ nextFreeAt, advisor }: Found) =>
  encodeCursor([nextFreeAt?.getTime() ?? -1, advisor.id]);

/** The times of the service that people come for first: the first one that is not a free introduction. */
function timesOf(offers: readonly OfferTimes[]) {
  const withTimes = offers.filter(({ slots }) => slots.length > 0);
  const main = withTimes.find(({ offer }) => offer.price.amount > 0) ?? withTimes[0];
  return main ? main.slots.map(({ start }) => ({ start, serviceId: main.offer.serviceId })) : [];
}

/**
 * Advisors who match, those who are free soonest first, each with the next times in the reader's zone. Words that are
 * found nowhere as they are written are looked for once more with room for typing errors. A cursor that cannot be
 * read shows the first page. The number of queries does not depend on the number of results.
 */
export async function searchAdvisors(input: SearchInput, zone: string): Promise<SearchResults> {
  const now = await clock();
  const words = foldWords(input.q).split(' ').filter(Boolean).slice(0, 8);
  const exact: Filter = {
    now,
    words,
    isTolerant: false,
    speciality: input.speciality,
    languages: input.language,
    freeBefore: freeBefore(input.within, now, zone),
  };
  const count = await countMatches(db(), exact);
  const filter = count === 0 && words.length > 0 ? { ...exact, isTolerant: true } : exact;
  const [after, before] = [readPosition(input.after), readPosition(input.before)];
  const [total, languages, page] = await Promise.all([
    filter.isTolerant ? countMatches(db(), filter) : count,
    countLanguages(db(), filter),
    searchPage(db(), filter, before ? { before } : { after }, pageSize),
  ]);
  const { rows, hasMore } = page;
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = before ? hasMore : after !== undefined;
  const hasNext = before ? true : hasMore;
  return {
    total,
    languages,
    today: localDate(now, zone),
    advisors: await withTimes(rows, now, zone),
    ...(hasPrevious && first && { previous: writePosition(first) }),
    ...(hasNext && last && { next: writePosition(last) }),
  };
}

async function withTimes(rows: readonly Found[], now: Date, zone: string): Promise<AdvisorResult[]> {
  const ids = rows.map(({ advisor }) => advisor.id);
  const window = { start: now, end: addHours(now, timesWindowDays * 24) };
  const times = await listTimesOf(db(), ids, window, now);
  return rows.map(({ advisor }) => ({
    ...advisor,
    nextDays: nextDays(timesOf(times.get(advisor.id) ?? []), zone, shown),
  }));
}
