import { type PageZone, readPageZone } from '@/lib/accounts/reader-zone';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { addLocalDays, type LocalDate, localDate, startOfLocalDay } from '@/lib/shared/time';
import { type EventSearchInput, eventSearchSchema } from '../schema';
import { listEventPages, listEventStarts } from './repository';
import { type FoundEvents, searchEvents } from './search-events';

/** As long as the longest month. */
const monthDays = 31;
/** More than anybody plans in a month; a site map holds at most 50 000 addresses. */
const mostStarts = 2000;
const mostPages = 45_000;

export type LoadedCalendar = PageZone & {
  input: EventSearchInput;
  found: FoundEvents;
  now: Date;
  today: LocalDate;
  /** First day of the month in view: that of the asked day, else of the first event found. */
  first: LocalDate;
  /** Days of the month in view on which something begins, whatever the search. */
  days: ReadonlySet<LocalDate>;
};

/** The search that stands in an address. */
export const readEventSearch = (query: Record<string, unknown>): EventSearchInput =>
  eventSearchSchema.parse(query);

/** What the address of the calendar asks for, in the reader's zone; in the operator's while that is unknown. */
export async function loadCalendar(query: Record<string, unknown>): Promise<LoadedCalendar> {
  const input = readEventSearch(query);
  const page = await readPageZone(undefined, env().OPERATOR_TIME_ZONE);
  const now = await clock();
  const today = localDate(now, page.zone);
  const found = await searchEvents(input, page.zone);
  const [next] = found.items;
  const inView = input.from ?? (next ? localDate(next.startsAt, page.zone) : today);
  const first = `${inView.slice(0, 7)}-01`;
  const starts = await listEventStarts(db(), {
    now,
    from: startOfLocalDay(first, page.zone),
    until: startOfLocalDay(addLocalDays(first, monthDays), page.zone),
    take: mostStarts,
  });
  const days = new Set(starts.map((at) => localDate(at, page.zone)));
  return { ...page, input, found, now, today, first, days };
}

/** Everything a search engine should know of events to come. */
export async function loadEventPages() {
  return listEventPages(db(), await clock(), mostPages);
}
