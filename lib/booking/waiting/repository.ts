import type { Database, Tx } from '@/lib/server/db/client';
import { openWaits, type WaitingStatus } from '@/lib/booking/rules/waiting';
import { addHours, type Interval, type LocalDate } from '@/lib/shared/time';
import type { OwnEntry, WaitingClient, WaitingEntry } from './types';

/** A day of the calendar as the database's driver wants it, and back. */
const toDate = (date: LocalDate) => new Date(`${date}T00:00:00Z`);
const toLocalDate = (date: Date): LocalDate => date.toISOString().slice(0, 10);

const select = {
  id: true,
  clientId: true,
  serviceId: true,
  firstDate: true,
  lastDate: true,
  status: true,
} as const;

type Row = Omit<WaitingEntry, 'serviceId' | 'firstDate' | 'lastDate'> & {
  serviceId: string | null;
  firstDate: Date | null;
  lastDate: Date | null;
};

/** The database promises all three where one waits for a service. */
function toEntry({ serviceId, firstDate, lastDate, ...row }: Row): WaitingEntry {
  if (serviceId === null || firstDate === null || lastDate === null)
    throw new Error(`waiting entry ${row.id} is not for a service`);
  return { ...row, serviceId, firstDate: toLocalDate(firstDate), lastDate: toLocalDate(lastDate) };
}

/** Reads the entry and keeps others from changing it until the transaction ends. */
export async function lockEntry(tx: Tx, id: string): Promise<WaitingEntry | null> {
  await tx.$queryRaw`select 1 from waiting_entry where id = ${id}::uuid for update`;
  return findEntry(tx, id);
}

export async function findEntry(database: Database, id: string): Promise<WaitingEntry | null> {
  const row = await database.waitingEntry.findFirst({ where: { id, serviceId: { not: null } }, select });
  return row && toEntry(row);
}

/** Compare-and-set; false when it was moved meanwhile. */
export async function updateEntry(
  tx: Tx,
  { id, status }: Pick<WaitingEntry, 'id' | 'status'>,
  to: WaitingStatus,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.waitingEntry.updateMany({
    where: { id, status },
    data: { status: to, closedAt: openWaits.some((open) => open === to) ? null : now },
  });
  return count === 1;
}

type NewEntry = Pick<WaitingEntry, 'clientId' | 'serviceId' | 'firstDate' | 'lastDate'> & { createdAt: Date };

export async function insertEntry(tx: Tx, { firstDate, lastDate, ...entry }: NewEntry): Promise<string> {
  const { id } = await tx.waitingEntry.create({
    data: { ...entry, firstDate: toDate(firstDate), lastDate: toDate(lastDate) },
    select: { id: true },
  });
  return id;
}

export function countOpenEntries(database: Database, clientId: string): Promise<number> {
  return database.waitingEntry.count({ where: { clientId, status: { in: [...openWaits] } } });
}

export async function isWaitingFor(
  database: Database,
  { clientId, serviceId }: { clientId: string; serviceId: string },
): Promise<boolean> {
  const where = { clientId, serviceId, status: { in: [...openWaits] } };
  return (await database.waitingEntry.findFirst({ where, select: { id: true } })) !== null;
}

/** So many are asked at most whether a freed place suits them. */
const longestQueue = 100;

/**
 * Who waits for a place of this specialist, in any practice where they do not work by now, between two days, the first in
 * line first; kept from changing until the transaction ends, so that two places that become free at once go to two of them.
 */
export async function lockQueue(
  tx: Tx,
  { specialistId, first, last }: { specialistId: string; first: LocalDate; last: LocalDate },
): Promise<WaitingClient[]> {
  const rows = await tx.$queryRaw<(Row & { locale: string; timeZone: string })[]>`
    select e.id, e.client_id as "clientId", e.service_id as "serviceId", e.first_date as "firstDate",
      e.last_date as "lastDate", e.status::text as status, a.locale, a.time_zone as "timeZone"
    from waiting_entry e
    join service s on s.id = e.service_id
    join account a on a.id = e.client_id
    where e.status = 'waiting' and s.is_active and (s.provider_id = ${specialistId}::uuid or exists (
        select 1 from service_member m where m.service_id = s.id and m.specialist_id = ${specialistId}::uuid))
      and e.first_date <= ${last}::date and e.last_date >= ${first}::date
      and a.status = 'active' and a.time_zone is not null and not exists (
        select 1 from membership w where w.organisation_id = s.provider_id and w.account_id = a.id and w.ended_at is null)
    order by e.created_at, e.id
    limit ${longestQueue}
    for update of e`;
  return rows.map(({ locale, timeZone, ...row }) => ({ ...toEntry(row), locale, timeZone }));
}

/** The starts that were offered to this entry before. */
export async function listOfferedStarts(database: Database, entryId: string): Promise<Date[]> {
  const rows = await database.booking.findMany({
    where: { waitingEntryId: entryId },
    select: { startsAt: true },
  });
  return rows.map(({ startsAt }) => startsAt);
}

/** Sessions of a client that stand, in a stretch of time. */
export async function listOwnSessions(
  database: Database,
  clientId: string,
  { start, end }: Interval,
): Promise<Interval[]> {
  const rows = await database.booking.findMany({
    where: {
      clientId,
      status: { in: ['pending', 'accepted'] },
      startsAt: { lt: end },
      endsAt: { gt: start },
    },
    select: { startsAt: true, endsAt: true },
  });
  return rows.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
}

/** The booking that is held for an entry. */
export function findOfferOf(database: Database, waitingEntryId: string): Promise<{ id: string } | null> {
  return database.booking.findFirst({ where: { waitingEntryId, status: 'held' }, select: { id: true } });
}

/** Holds and proposals of these specialists that are over and took some of a stretch of time, breaks included. */
export function listOverIn(
  database: Database,
  { start, end, specialistIds }: Interval & { specialistIds: readonly string[] },
  now: Date,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.$queryRaw`
    select id from booking
    where specialist_id = any(${[...specialistIds]}::uuid[]) and status in ('held', 'proposed') and held_until <= ${now}
      and starts_at between ${addHours(start, -24)} and ${addHours(end, 24)}
      and starts_at - make_interval(mins => buffer_before_minutes) < ${end}
      and ends_at + make_interval(mins => buffer_after_minutes) > ${start}
      and id <> all(${seen}::uuid[])
    order by held_until limit 50`;
}

/** Entries whose last day lies before a day; the oldest first, without those of these ids. */
export function listEnding(
  database: Database,
  before: LocalDate,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.waitingEntry.findMany({
    where: { status: 'waiting', lastDate: { lt: toDate(before) }, id: { notIn: seen } },
    select: { id: true },
    orderBy: { lastDate: 'asc' },
    take: limit,
  });
}

/** Specialists for whom somebody waits, in a fixed order, without those of these ids. */
export function listAwaited(database: Database, limit: number, seen: string[]): Promise<{ id: string }[]> {
  return database.$queryRaw`
    select distinct g.id from waiting_entry e join service s on s.id = e.service_id
    cross join lateral (
      select s.provider_id as id union select m.specialist_id from service_member m where m.service_id = s.id) g
    where e.status = 'waiting' and s.is_active and g.id <> all(${seen}::uuid[])
    order by g.id limit ${limit}`;
}

/** What a client waits for, and what came to nothing lately; the newest first. */
export async function listOwnEntries(
  database: Database,
  clientId: string,
  overSince: Date,
): Promise<OwnEntry[]> {
  const rows = await database.waitingEntry.findMany({
    where: {
      clientId,
      serviceId: { not: null },
      OR: [{ status: { in: [...openWaits] } }, { status: 'over', closedAt: { gt: overSince } }],
    },
    select: {
      ...select,
      service: {
        select: {
          texts: { select: { locale: true, title: true } },
          provider: { select: { displayName: true, slug: true, mainLocale: true } },
        },
      },
      offers: { where: { status: 'held' }, select: { id: true, heldUntil: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return rows.flatMap(({ service, offers, ...row }) => {
    if (!service) return [];
    const titles = Object.fromEntries(service.texts.map(({ locale, title }) => [locale, title]));
    return [{ ...toEntry(row), titles, provider: service.provider, offer: offers[0] ?? null }];
  });
}

/** Who waits for a service, the first in line first. */
export async function listWaitingFor(
  database: Database,
  serviceId: string,
): Promise<(WaitingEntry & { name: string; since: Date })[]> {
  const rows = await database.waitingEntry.findMany({
    where: { serviceId, status: { in: [...openWaits] } },
    select: { ...select, createdAt: true, client: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(({ client, createdAt, ...row }) => ({
    ...toEntry(row),
    name: client.name,
    since: createdAt,
  }));
}
