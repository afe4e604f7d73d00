import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { foldWords } from '@/lib/shared/fold-words';
import { isId } from '@/lib/shared/ids';
import { cursorInstant, decodeCursor, type Page, toPage } from '@/lib/shared/pagination';
import { withoutSmallWords } from '@/lib/shared/small-words';
import { addLocalDays, startOfLocalDay } from '@/lib/shared/time';
import type { EventSearchInput } from '../schema';
import type { EventCard } from '../types';
import { type EventPosition, listPublicEvents } from './repository';

const perPage = 24;
const mostWords = 8;

export type FoundEvents = Page<EventCard> & {
  /** Something was typed that has no word in it. */
  hasNoWords: boolean;
};

/**
 * The public calendar: events on sale that have not started, the next first. Words count from their beginning and all of
 * them have to be there; days are those of the reader's zone, both included. A search without any word finds nothing and
 * says so; a cursor that cannot be read shows the first page.
 */
export async function searchEvents(input: EventSearchInput, zone: string): Promise<FoundEvents> {
  const words = withoutSmallWords(foldWords(input.q).split(' ').filter(Boolean)).slice(0, mostWords);
  if (input.q.trim() !== '' && words.length === 0) return { items: [], nextCursor: null, hasNoWords: true };
  const rows = await listPublicEvents(db(), {
    now: await clock(),
    words,
    speciality: input.speciality,
    language: input.language,
    isFree: input.free !== undefined,
    from: input.from === undefined ? undefined : startOfLocalDay(input.from, zone),
    until: input.to === undefined ? undefined : startOfLocalDay(addLocalDays(input.to, 1), zone),
    after: readPosition(input.after),
    take: perPage + 1,
  });
  const page = toPage(rows, perPage, ({ startsAt, id }) => [startsAt.getTime(), id]);
  return { ...page, hasNoWords: false };
}

function readPosition(text: string | undefined): EventPosition | undefined {
  const cursor = text ? decodeCursor(text, ['number', 'string']) : null;
  if (!cursor?.ok) return undefined;
  const [at, id] = cursor.value;
  const startsAt = cursorInstant(at);
  return startsAt && typeof id === 'string' && isId(id) ? { startsAt, id } : undefined;
}
