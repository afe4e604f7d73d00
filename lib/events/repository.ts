import { isBarred } from '@/lib/access/actor';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { TakenSeats } from './rules/seats';
import type { EventStatus } from './rules/status';
import type { EventText } from './rules/texts';
import type { EventRecord } from './types';

export const eventSelect = {
  id: true,
  providerId: true,
  hostId: true,
  status: true,
  version: true,
  startsAt: true,
  endsAt: true,
  priceAmount: true,
  currency: true,
  vatBps: true,
  minimumSeats: true,
  maximumSeats: true,
  bookUntil: true,
  language: true,
  cover: true,
  mainLocale: true,
  publishedAt: true,
  confirmedAt: true,
  ending: true,
  calendarSequence: true,
} as const satisfies Prisma.EventSelect;

export const nameSelect = { select: { displayName: true } } as const;
export const textSelect = { select: { locale: true, title: true, description: true } } as const;

export function findEvent(database: Database, id: string): Promise<EventRecord | null> {
  return database.event.findUnique({ where: { id }, select: eventSelect });
}

/** Reads the row and keeps others from changing it, or from taking a seat, until the transaction ends. */
export async function lockEvent(tx: Tx, id: string): Promise<EventRecord | null> {
  await tx.$queryRaw`select 1 from event where id = ${id}::uuid for update`;
  return findEvent(tx, id);
}

export type EventTerms = Omit<Prisma.EventUncheckedCreateInput, 'texts' | 'seats'>;

export async function insertEvent(
  tx: Tx,
  data: EventTerms,
  texts: readonly EventText[],
): Promise<EventRecord> {
  return tx.event.create({
    data: { ...data, texts: { create: texts.map((text) => ({ ...text })) } },
    select: eventSelect,
  });
}

/** Compare-and-set on the version; false when another request was faster. */
export async function updateEvent(
  tx: Tx,
  event: Pick<EventRecord, 'id' | 'version'>,
  data: Prisma.EventUncheckedUpdateManyInput & { status?: EventStatus },
): Promise<boolean> {
  const { count } = await tx.event.updateMany({
    where: { id: event.id, version: event.version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function replaceTexts(tx: Tx, eventId: string, texts: readonly EventText[]): Promise<void> {
  await tx.eventText.deleteMany({ where: { eventId } });
  await tx.eventText.createMany({ data: texts.map((text) => ({ eventId, ...text })) });
}

/** False when the event is no draft of this provider. */
export async function deleteDraft(tx: Tx, of: { id: string; providerId: string }): Promise<boolean> {
  const { count } = await tx.event.deleteMany({ where: { ...of, status: 'draft' } });
  return count === 1;
}

/** Raises the sequence under which calendars know the event, and returns it. */
export async function raiseEventSequence(tx: Tx, id: string): Promise<number> {
  const row = await tx.event.update({
    where: { id },
    data: { calendarSequence: { increment: 1 } },
    select: { calendarSequence: true },
  });
  return row.calendarSequence;
}

export function countEvents(tx: Tx, providerId: string): Promise<number> {
  return tx.event.count({ where: { providerId, status: { in: ['draft', 'published'] } } });
}

/** Events of a provider that lie ahead, drafts included: what is not on sale yet may wait for the profile. */
export function countToCome(database: Database, providerId: string, now: Date): Promise<number> {
  const status = { in: ['draft', 'published'] satisfies EventStatus[] };
  return database.event.count({ where: { providerId, status, startsAt: { gt: now } } });
}

/** What is to come and on sale of whoever sells or holds it. */
export async function listIdsToCome(database: Database, providerId: string, now: Date): Promise<string[]> {
  const rows = await database.event.findMany({
    where: { OR: [{ providerId }, { hostId: providerId }], status: 'published', endsAt: { gt: now } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Seats of some events that are taken now, in one statement. */
export async function countTaken(
  database: Database,
  eventIds: readonly string[],
  now: Date,
): Promise<(eventId: string) => TakenSeats & { late: number }> {
  const rows = await database.$queryRaw<{ id: string; booked: number; held: number; late: number }[]>`
    select event_id as id,
      (count(*) filter (where status in ('booked', 'attended', 'absent')))::int as booked,
      (count(*) filter (where status = 'held' and held_until > ${now}))::int as held,
      (count(*) filter (where is_late))::int as late
    from seat where event_id = any(${[...eventIds]}::uuid[]) group by event_id`;
  const taken = new Map(rows.map(({ id, ...counts }) => [id, counts]));
  return (eventId) => taken.get(eventId) ?? { booked: 0, held: 0, late: 0 };
}

type NamedEvent = Pick<EventRecord, 'id' | 'providerId' | 'hostId' | 'mainLocale'> & { texts: EventText[] };

/** What events are called and whose they are, for those that are named by their ids. */
export async function listNamed(database: Database, ids: string[]): Promise<NamedEvent[]> {
  return database.event.findMany({
    where: { id: { in: ids } },
    select: { id: true, providerId: true, hostId: true, mainLocale: true, texts: textSelect },
  });
}

export async function listTexts(database: Database, eventId: string): Promise<EventText[]> {
  return database.eventText.findMany({ where: { eventId }, ...textSelect, orderBy: { locale: 'asc' } });
}

/** Events on sale whose minimum is to be judged, the earliest deadline first. */
export function listToJudge(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.$queryRaw`
    select id from event
    where status = 'published' and confirmed_at is null and book_until <= ${now} and id <> all(${seen}::uuid[])
    order by book_until limit ${limit}`;
}

/** Events that have ended and are to be settled, the earliest first. */
export function listEnded(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<EventRecord[]> {
  return database.event.findMany({
    where: {
      id: { notIn: seen },
      status: 'published',
      confirmedAt: { not: null },
      endsAt: { lte: now },
    },
    select: eventSelect,
    orderBy: { endsAt: 'asc' },
    take: limit,
  });
}

/** Of these ids those that are events which this specialist hosts. */
export async function listKnown(database: Database, hostId: string, ids: string[]): Promise<Set<string>> {
  const rows = await database.event.findMany({ where: { hostId, id: { in: ids } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

const sellerSelect = {
  id: true,
  salesStoppedAt: true,
  status: true,
  slug: true,
  displayName: true,
  timeZone: true,
  mainLocale: true,
  spokenLanguages: true,
  specialities: true,
  sellerName: true,
  sellerAddress: true,
  vatRegime: true,
  reverseCharge: true,
  reverseChargeVerifiedAt: true,
  allowedPlaces: true,
  plan: { select: { code: true, commissionBps: true, commissionVatIncluded: true, advisorBearsFee: true } },
} as const satisfies Prisma.ProviderSelect;

/** Under which terms a provider sells seats now. */
export async function findSeller(database: Database, providerId: string) {
  const row = await database.provider.findUniqueOrThrow({ where: { id: providerId }, select: sellerSelect });
  const { reverseCharge, reverseChargeVerifiedAt, sellerName, sellerAddress, salesStoppedAt, ...seller } =
    row;
  return {
    ...seller,
    /** Nothing is sold at a price for now: its money could not be paid out for too long. */
    areSalesStopped: salesStoppedAt !== null,
    sellerName: sellerName ?? '',
    sellerAddress: sellerAddress ?? '',
    /** Asked for and checked. */
    reverseCharge: reverseCharge && reverseChargeVerifiedAt !== null,
  };
}
export type Seller = Awaited<ReturnType<typeof findSeller>>;

/** Writes how many may come; returns what it was before, null when there is no such provider. */
export async function updatePlaces(tx: Tx, id: string, places: number): Promise<number | null> {
  const [before] = await tx.$queryRaw<{ places: number }[]>`
    select allowed_places as places from provider where id = ${id}::uuid for update`;
  if (!before) return null;
  await tx.provider.update({ where: { id }, data: { allowedPlaces: places }, select: { id: true } });
  return before.places;
}

const accountOf = { select: { account: { select: { id: true, email: true, locale: true } } } } as const;

/** The accounts of whoever holds an event and of its provider. */
export async function findHostAccounts(tx: Tx, eventId: string) {
  const { host, provider, providerId } = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { providerId: true, host: accountOf, provider: { select: { kind: true, ...accountOf.select } } },
  });
  return {
    providerId,
    isOrganisation: provider.kind === 'organisation',
    host: host.account,
    owner: provider.account,
  };
}

/** Who holds an event: the name, and whether profile or account are suspended. */
export async function findHost(
  database: Database,
  id: string,
): Promise<{ name: string; isSuspended: boolean }> {
  const { displayName, status, account } = await database.provider.findUniqueOrThrow({
    where: { id },
    select: { displayName: true, status: true, account: { select: { status: true } } },
  });
  return { name: displayName, isSuspended: isBarred(status) || account.status !== 'active' };
}

/** Who sells the seats of an event: suspended too while the member who is to hold it is. */
export async function findSellerOf(
  database: Database,
  { providerId, hostId }: Pick<EventRecord, 'providerId' | 'hostId'>,
): Promise<Seller> {
  const seller = await findSeller(database, providerId);
  const isHeldByMember = hostId !== providerId;
  return isHeldByMember && (await findHost(database, hostId)).isSuspended
    ? { ...seller, status: 'suspended' }
    : seller;
}

const mailSelect = {
  ...eventSelect,
  texts: textSelect,
  host: { select: { displayName: true, timeZone: true } },
  provider: { select: { displayName: true, timeZone: true } },
} as const satisfies Prisma.EventSelect;
export type MailedEvent = Prisma.EventGetPayload<{ select: typeof mailSelect }>;

/** An event as mails speak of it. */
export function findMailedEvent(database: Database, id: string): Promise<MailedEvent | null> {
  return database.event.findUnique({ where: { id }, select: mailSelect });
}
