import { Prisma } from '@/lib/server/db/generated/client';
import type { Database } from '@/lib/server/db/client';
import { money, toCurrency } from '@/lib/shared/money';
import type { EventText } from '../rules/texts';
import { seatsLeft } from '../rules/seats';
import type { EventStatus, EventEnding } from '../rules/status';
import type { EventCard } from '../types';

export type EventPosition = { startsAt: Date; id: string };
export type EventFilter = {
  now: Date;
  /** Each of them begins a word of the event. */
  words: readonly string[];
  speciality?: string | undefined;
  language?: string | undefined;
  isFree: boolean;
  from?: Date | undefined;
  until?: Date | undefined;
  after?: EventPosition | undefined;
  take: number;
};

type Row = {
  id: string;
  mainLocale: string;
  startsAt: Date;
  endsAt: Date;
  bookUntil: Date;
  priceAmount: number;
  currency: string;
  language: string;
  cover: string;
  status: EventStatus;
  ending: EventEnding | null;
  minimumSeats: number;
  maximumSeats: number;
  vatBps: number;
  providerId: string;
  slug: string;
  name: string;
  portrait: string | null;
  timeZone: string;
  isVerified: boolean;
  kind: 'specialist' | 'organisation';
  specialities: string[];
  vatRegime: 'exempt' | 'small_business' | 'standard';
  vatNote: string | null;
  sellerName: string | null;
  sellerAddress: string | null;
  heldBy: string | null;
  texts: EventText[];
  taken: number;
};

/** An event with host, texts and taken seats in one row; `e` and `p` are event and provider. */
const columns = (now: Date) => Prisma.sql`
  e.id, e.main_locale as "mainLocale", e.starts_at as "startsAt", e.ends_at as "endsAt", e.book_until as "bookUntil",
  e.price_amount as "priceAmount", e.currency, e.language, e.cover, e.status::text as status, e.ending::text as ending,
  e.minimum_seats as "minimumSeats", e.maximum_seats as "maximumSeats", e.vat_bps as "vatBps",
  p.id as "providerId", p.slug, p.display_name as name, p.portrait, p.time_zone as "timeZone",
  p.diplomas_verified_at is not null as "isVerified", p.kind::text as kind, p.specialities,
  p.vat_regime::text as "vatRegime", p.vat_note as "vatNote",
  (select h.display_name from provider h where h.id = e.host_id and h.id <> e.provider_id) as "heldBy",
  p.seller_name as "sellerName", p.seller_address as "sellerAddress",
  (select jsonb_agg(jsonb_build_object('locale', t.locale, 'title', t.title, 'description', t.description) order by t.locale)
    from event_text t where t.event_id = e.id) as texts,
  (select count(*)::int from seat s where s.event_id = e.id and (s.status in ('booked', 'attended', 'absent')
    or (s.status = 'held' and s.held_until > ${now}))) as taken`;

function toCard(row: Row): EventCard {
  const { providerId, slug, name, portrait, timeZone, isVerified, kind, ...event } = row;
  return {
    id: event.id,
    texts: event.texts,
    mainLocale: event.mainLocale,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    bookUntil: event.bookUntil,
    price: money(event.priceAmount, toCurrency(event.currency)),
    language: event.language,
    cover: event.cover,
    specialities: event.specialities,
    host: { providerId, slug, name, portrait, timeZone, isVerified, kind },
    maximumSeats: event.maximumSeats,
    seatsLeft: seatsLeft(event.maximumSeats, { booked: event.taken, held: 0 }),
  };
}

/** Published events that have not started, of published providers, the next first: one query. */
export async function listPublicEvents(database: Database, filter: EventFilter): Promise<EventCard[]> {
  const { now, words, speciality, language, isFree, from, until, after, take } = filter;
  const conditions = [
    Prisma.sql`e.status = 'published' and p.status = 'published' and e.starts_at > ${now}`,
    ...words.map((word) => Prisma.sql`e.words like ${`% ${word}%`}`),
    ...(speciality ? [Prisma.sql`p.specialities @> ${[speciality]}::text[]`] : []),
    ...(language ? [Prisma.sql`e.language = ${language}`] : []),
    ...(isFree ? [Prisma.sql`e.price_amount = 0`] : []),
    ...(from ? [Prisma.sql`e.starts_at >= ${from}`] : []),
    ...(until ? [Prisma.sql`e.starts_at < ${until}`] : []),
    ...(after ? [Prisma.sql`(e.starts_at, e.id) > (${after.startsAt}, ${after.id}::uuid)`] : []),
  ];
  const rows = await database.$queryRaw<Row[]>`
    select ${columns(now)} from event e join provider p on p.id = e.provider_id
    where ${Prisma.join(conditions, ' and ')}
    order by e.starts_at, e.id limit ${take}`;
  return rows.map(toCard);
}

/** The next events of one provider. */
export async function listEventsOf(
  database: Database,
  providerId: string,
  now: Date,
  take: number,
): Promise<EventCard[]> {
  const rows = await database.$queryRaw<Row[]>`
    select ${columns(now)} from event e join provider p on p.id = e.provider_id
    where e.provider_id = ${providerId}::uuid and e.status = 'published' and e.starts_at > ${now}
    order by e.starts_at, e.id limit ${take}`;
  return rows.map(toCard);
}

/** What everybody may see of one event, drafts apart; of a provider that is public. */
export async function findPublicEvent(database: Database, id: string, now: Date) {
  const rows = await database.$queryRaw<Row[]>`
    select ${columns(now)} from event e join provider p on p.id = e.provider_id
    where e.id = ${id}::uuid and e.status <> 'draft' and p.status = 'published'`;
  const [row] = rows;
  if (!row || row.status === 'draft') return null;
  const { status, ending, minimumSeats, heldBy, vatBps, vatRegime, vatNote, sellerName, sellerAddress } = row;
  return {
    ...toCard(row),
    status,
    ending,
    minimumSeats,
    heldBy,
    vat: { regime: vatRegime, bps: vatBps, note: vatNote },
    seller: { name: sellerName ?? '', address: sellerAddress ?? '' },
  };
}

/** Starts of what is on sale within a stretch of time, for an overview of days. */
export async function listEventStarts(
  database: Database,
  { now, from, until, take }: { now: Date; from: Date; until: Date; take: number },
): Promise<Date[]> {
  const start = from > now ? { gte: from } : { gt: now };
  const rows = await database.event.findMany({
    where: { status: 'published', provider: { status: 'published' }, startsAt: { ...start, lt: until } },
    select: { startsAt: true },
    orderBy: { startsAt: 'asc' },
    take,
  });
  return rows.map(({ startsAt }) => startsAt);
}

/** Pages of events that have not started, with the languages of their texts. */
export async function listEventPages(
  database: Database,
  now: Date,
  take: number,
): Promise<{ id: string; updatedAt: Date; locales: string[] }[]> {
  const rows = await database.event.findMany({
    where: { status: 'published', provider: { status: 'published' }, startsAt: { gt: now } },
    select: { id: true, updatedAt: true, texts: { select: { locale: true } } },
    orderBy: { startsAt: 'asc' },
    take,
  });
  return rows.map(({ texts, ...row }) => ({ ...row, locales: texts.map(({ locale }) => locale) }));
}
