import type { Database, Tx } from '@/lib/server/db/client';
import type { Interval } from '@/lib/shared/time';
import type { CalendarFailure, CalendarSourceView, SourceToRead } from './types';

export async function listSources(database: Database, specialistId: string): Promise<CalendarSourceView[]> {
  const rows = await database.calendarSource.findMany({
    where: { specialistId },
    select: {
      id: true,
      name: true,
      url: true,
      askedAt: true,
      readAt: true,
      busyCount: true,
      skippedCount: true,
      failure: true,
      failingSince: true,
    },
    orderBy: { createdAt: 'asc' },
    take: 100,
  });
  return rows.map(({ url, askedAt, failure, failingSince, ...row }) => ({
    ...row,
    host: new URL(url).host,
    isBeingRead: askedAt !== null,
    failure: failure && failingSince ? { code: failure, since: failingSince } : null,
  }));
}

export function countSources(tx: Tx, specialistId: string): Promise<number> {
  return tx.calendarSource.count({ where: { specialistId } });
}

export type NewSource = {
  id: string;
  specialistId: string;
  name: string;
  url: string;
  createdAt: Date;
  nextReadAt: Date;
  askedAt: Date;
};

/** False when the specialist has this address already. */
export async function insertSource(tx: Tx, data: NewSource): Promise<boolean> {
  const { count } = await tx.calendarSource.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

/** False when there is no such calendar of this specialist. Its busy times go with it. */
export async function deleteSource(tx: Tx, specialistId: string, id: string): Promise<boolean> {
  const { count } = await tx.calendarSource.deleteMany({ where: { id, specialistId } });
  return count === 1;
}

/** Notes that its owner waits; false when there is no such calendar of this specialist. */
export async function updateAsked(
  tx: Tx,
  specialistId: string,
  id: string,
  data: { askedAt: Date; nextReadAt: Date },
): Promise<boolean> {
  const { count } = await tx.calendarSource.updateMany({ where: { id, specialistId }, data });
  return count === 1;
}

/**
 * Calendars of active accounts whose time has come, the longest waiting first; each is put off so that nobody else takes
 * it.
 */
export async function takeDueSources(
  tx: Tx,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update calendar_source set next_read_at = ${until}
    where id in (
      select s.id from calendar_source s
      join provider p on p.id = s.specialist_id
      join account a on a.id = p.account_id
      where s.next_read_at <= ${now} and a.status = 'active'
      order by s.next_read_at limit ${limit} for update of s skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}

/** Begins a reading: earlier ones become void. Null when the calendar is gone. */
export async function beginReading(tx: Tx, id: string, putOffTo: Date): Promise<SourceToRead | null> {
  const [row] = await tx.calendarSource.updateManyAndReturn({
    where: { id },
    data: { attempt: { increment: 1 }, nextReadAt: putOffTo },
    select: {
      id: true,
      specialistId: true,
      url: true,
      attempt: true,
      failures: true,
      etag: true,
      lastModified: true,
      expandedAt: true,
      expandedZone: true,
      specialist: { select: { timeZone: true } },
    },
  });
  if (!row) return null;
  const { specialist, ...source } = row;
  return { ...source, zone: specialist.timeZone };
}

export type ReadingResult = {
  nextReadAt: Date;
  readAt?: Date;
  expandedAt?: Date;
  expandedZone?: string;
  etag?: string | null;
  lastModified?: string | null;
  busyCount?: number;
  skippedCount?: number;
  failure: CalendarFailure | null;
  failures: number;
};

/** Writes what came of a reading; false when a later one has begun, or the calendar is gone. */
export async function updateReading(
  tx: Tx,
  { id, attempt }: Pick<SourceToRead, 'id' | 'attempt'>,
  data: ReadingResult & { askedAt: null; failingSince?: null },
): Promise<boolean> {
  const { count } = await tx.calendarSource.updateMany({ where: { id, attempt }, data });
  return count === 1;
}

/** The same for a failure: since when it fails stays what it was. */
export async function updateFailedReading(
  tx: Tx,
  { id, attempt }: Pick<SourceToRead, 'id' | 'attempt'>,
  { failure, now, nextReadAt }: { failure: CalendarFailure; now: Date; nextReadAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    update calendar_source set failure = ${failure}::calendar_failure, failures = failures + 1,
      failing_since = coalesce(failing_since, ${now}), next_read_at = ${nextReadAt}, asked_at = null
    where id = ${id}::uuid and attempt = ${attempt}`;
}

export async function listBusyOf(tx: Tx, sourceId: string): Promise<Interval[]> {
  const rows = await tx.importedBusy.findMany({
    where: { sourceId },
    select: { startsAt: true, endsAt: true },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
}

export async function replaceBusy(
  tx: Tx,
  { id, specialistId }: Pick<SourceToRead, 'id' | 'specialistId'>,
  busy: readonly Interval[],
): Promise<void> {
  await tx.importedBusy.deleteMany({ where: { sourceId: id } });
  await tx.$executeRaw`
    insert into imported_busy (source_id, specialist_id, starts_at, ends_at)
    select ${id}::uuid, ${specialistId}::uuid, starts_at, ends_at
    from unnest(${busy.map(({ start }) => start)}::timestamptz[], ${busy.map(({ end }) => end)}::timestamptz[])
      as busy (starts_at, ends_at)`;
}

export type ImportedTime = Interval & { id: string; calendarName: string };

/** When calendars kept elsewhere are busy in a stretch of time, in order. */
export async function listImportedTimes(
  database: Database,
  specialistId: string,
  { start, end }: Interval,
): Promise<ImportedTime[]> {
  const rows = await database.importedBusy.findMany({
    where: { specialistId, startsAt: { lt: end }, endsAt: { gt: start } },
    select: { sourceId: true, startsAt: true, endsAt: true, source: { select: { name: true } } },
    orderBy: [{ startsAt: 'asc' }, { sourceId: 'asc' }],
    take: 1000,
  });
  return rows.map(({ sourceId, startsAt, endsAt, source }) => ({
    id: `${sourceId}-${startsAt.getTime()}`,
    start: startsAt,
    end: endsAt,
    calendarName: source.name,
  }));
}
