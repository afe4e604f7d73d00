import type { Candidate } from '@/lib/availability/rules/member-choice';
import type { DayException, DayRange, WeeklyRange } from '@/lib/availability/rules/opening-hours';
import type { SpecialistTime } from '@/lib/availability/rules/slots';
import type { Channel } from '@/lib/availability/rules/terms';
import type { Database, Tx } from '@/lib/server/db/client';
import type { OccupancyKind } from '@/lib/server/db/generated/enums';
import { newId } from '@/lib/shared/ids';
import type { Interval, LocalDate, Weekday } from '@/lib/shared/time';

function toWeekday(value: number): Weekday {
  if (value < 1 || value > 7) throw new RangeError(`no weekday: ${value}`);
  return value as Weekday;
}

/** Whose hours: a specialist's, in one practice (their own, or an organisation's). */
export type Post = { readonly providerId: string; readonly specialistId: string };

const rangeSelect = { startMinute: true, endMinute: true, priceAmount: true, channels: true } as const;
type RangeRow = { startMinute: number; endMinute: number; priceAmount: number | null; channels: Channel[] };

function toRange({ startMinute, endMinute, priceAmount, channels }: RangeRow): DayRange {
  const terms = {
    ...(priceAmount === null ? {} : { priceAmount }),
    ...(channels.length === 0 ? {} : { channels }),
  };
  return { startMinute, endMinute, ...(Object.keys(terms).length === 0 ? {} : { terms }) };
}

function toRow({ startMinute, endMinute, terms }: DayRange): RangeRow {
  return {
    startMinute,
    endMinute,
    priceAmount: terms?.priceAmount ?? null,
    channels: [...(terms?.channels ?? [])],
  };
}

export async function listWeeklyRanges(database: Database, post: Post): Promise<WeeklyRange[]> {
  const rows = await database.weeklyRange.findMany({
    where: post,
    select: { weekday: true, ...rangeSelect },
    orderBy: [{ weekday: 'asc' }, { startMinute: 'asc' }],
  });
  return rows.map(({ weekday, ...range }) => ({ weekday: toWeekday(weekday), ...toRange(range) }));
}

export async function replaceWeeklyRanges(tx: Tx, post: Post, ranges: readonly WeeklyRange[]): Promise<void> {
  await tx.weeklyRange.deleteMany({ where: post });
  await tx.weeklyRange.createMany({
    data: ranges.map(({ weekday, ...range }) => ({ ...post, weekday, ...toRow(range) })),
  });
}

/** Whether any hours of the practice, of the week or of a day that is not over, bring sessions in person of their own. */
export async function hasRangeInPerson(database: Database, providerId: string, now: Date): Promise<boolean> {
  const channels = { has: 'in_person' as const };
  const weekly = await database.weeklyRange.findFirst({
    where: { providerId, channels },
    select: { id: true },
  });
  if (weekly) return true;
  // A day ends last twelve hours after it does in UTC.
  const where = { exception: { providerId, date: { gte: toDate(daysFrom(now, -1)) } }, channels };
  return (await database.exceptionRange.findFirst({ where, select: { id: true } })) !== null;
}

/** A day of the calendar as the database's driver wants it. */
const toDate = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

/** Exceptions from a day on, in order; at most those of `limit` days. */
export async function listExceptions(
  database: Database,
  post: Post,
  { from, limit }: { from: LocalDate; limit: number },
): Promise<DayException[]> {
  const rows = await database.dayException.findMany({
    where: { ...post, date: { gte: toDate(from) } },
    select: { date: true, kind: true, ranges: { select: rangeSelect, orderBy: { startMinute: 'asc' } } },
    orderBy: { date: 'asc' },
    take: limit,
  });
  return rows.map(({ date, kind, ranges }) => {
    const day = date.toISOString().slice(0, 10);
    if (kind === 'closed') return { date: day, kind };
    return { date: day, kind, ranges: ranges.map(toRange) };
  });
}

export async function deleteExceptions(
  tx: Tx,
  post: Post,
  { first, last }: { first: LocalDate; last: LocalDate },
): Promise<void> {
  await tx.dayException.deleteMany({ where: { ...post, date: { gte: toDate(first), lte: toDate(last) } } });
}

export async function insertExceptions(
  tx: Tx,
  post: Post,
  exceptions: readonly DayException[],
): Promise<void> {
  const days = exceptions.map((exception) => ({ id: newId(), exception }));
  await tx.dayException.createMany({
    data: days.map(({ id, exception }) => ({
      id,
      ...post,
      date: toDate(exception.date),
      kind: exception.kind,
    })),
  });
  await tx.exceptionRange.createMany({
    data: days.flatMap(({ id, exception }) =>
      exception.kind === 'closed'
        ? []
        : exception.ranges.map((range) => ({ exceptionId: id, ...toRow(range) })),
    ),
  });
}

/** First and last minute, own price, own ways to meet. */
type RangeTuple = [number, number, number | null, Channel[]];
type TimeRow = {
  id: string;
  /** Weekday, then the range. */
  weekly: [number, ...RangeTuple][];
  exceptions: [string, DayException['kind'], RangeTuple[]][];
  /** Milliseconds since 1970: from, to, and until when it is held. */
  busy: [number, number, number | null][];
  /** Of sessions that count towards a limit: start, until when it is held, and the service. */
  booked: [number, number | null, string][];
};

export type TimesQuestion = {
  posts: readonly Post[];
  window: Interval;
  /** The services whose sessions are counted. */
  limitedServiceIds?: readonly string[];
  /** What takes time and counts as if it did not: the session that is to move, and the time proposed for it. */
  exceptSourceIds?: readonly string[];
};

/**
 * Hours of the specialists, and what takes their time between the two instants, here or in a calendar from elsewhere.
 * Expired holds are included: the rules judge those. One statement, however many specialists.
 */
export async function listSpecialistTimes(
  database: Database,
  { posts, window: { start, end }, limitedServiceIds = [], exceptSourceIds = [] }: TimesQuestion,
): Promise<SpecialistTime[]> {
  const rows = await database.$queryRaw<TimeRow[]>`
    select p.specialist_id as id,
      (select coalesce(json_agg(json_build_array(w.weekday, w.start_minute, w.end_minute, w.price_amount, w.channels)
          order by w.weekday, w.start_minute), '[]')
        from weekly_range w
        where w.provider_id = p.provider_id and w.specialist_id = p.specialist_id) as weekly,
      (select coalesce(json_agg(json_build_array(e.date, e.kind,
          (select coalesce(json_agg(json_build_array(r.start_minute, r.end_minute, r.price_amount, r.channels)
              order by r.start_minute), '[]')
            from exception_range r where r.exception_id = e.id))), '[]')
        from day_exception e
        where e.provider_id = p.provider_id and e.specialist_id = p.specialist_id
          and e.date between ${daysFrom(start, -exceptionReachDays)}::date and ${daysFrom(end, 2)}::date) as exceptions,
      (select coalesce(json_agg(json_build_array(extract(epoch from b.starts_at) * 1000,
          extract(epoch from b.ends_at) * 1000, extract(epoch from b.held_until) * 1000) order by b.starts_at), '[]')
        from (
          select o.starts_at, o.ends_at, o.held_until from occupancy o
          where o.specialist_id = p.specialist_id and o.source_id <> all(${[...exceptSourceIds]}::uuid[])
            and tstzrange(o.starts_at, o.ends_at, '[)') && tstzrange(${start}, ${end}, '[)')
          union all
          select i.starts_at, i.ends_at, null from imported_busy i
          where i.specialist_id = p.specialist_id
            and tstzrange(i.starts_at, i.ends_at, '[)') && tstzrange(${start}, ${end}, '[)')) b) as busy,
      (select coalesce(json_agg(json_build_array(extract(epoch from o.session_starts_at) * 1000,
          extract(epoch from o.held_until) * 1000, o.service_id)), '[]')
        from occupancy o
        where o.specialist_id = p.specialist_id and o.source_id <> all(${[...exceptSourceIds]}::uuid[])
          and o.service_id = any(${[...limitedServiceIds]}::uuid[])
          and o.starts_at between ${daysFrom(start, -9)}::date and ${daysFrom(end, 10)}::date
          and o.session_starts_at between ${daysFrom(start, -8)}::date and ${daysFrom(end, 9)}::date) as booked
    from (
      select * from unnest(${posts.map((post) => post.providerId)}::uuid[],
        ${posts.map((post) => post.specialistId)}::uuid[]) with ordinality as u (provider_id, specialist_id, place)
      -- Takes nothing away: without it the planner expects many posts, and plans anew each time.
      limit ${posts.length}) p
    order by p.place`;
  return rows.map(toTime);
}

/** As far as the rules look back for a range that has long begun. */
const exceptionReachDays = 18;

function daysFrom(at: Date, days: number): string {
  return new Date(at.getTime() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

function toTime({ id, weekly, exceptions, busy, booked }: TimeRow): SpecialistTime {
  const range = ([startMinute, endMinute, priceAmount, channels]: RangeTuple) =>
    toRange({ startMinute, endMinute, priceAmount, channels });
  const instant = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));
  return {
    id,
    weekly: weekly.map(([weekday, ...tuple]) => ({ weekday: toWeekday(weekday), ...range(tuple) })),
    exceptions: exceptions.map(([date, kind, ranges]) =>
      kind === 'closed' ? { date, kind } : { date, kind, ranges: ranges.map(range) },
    ),
    busy: busy.map(([from, to, heldUntil]) => ({
      start: new Date(from),
      end: new Date(to),
      heldUntil: instant(heldUntil),
    })),
    booked: booked.map(([at, heldUntil, serviceId]) => ({
      start: new Date(at),
      heldUntil: instant(heldUntil),
      serviceId,
    })),
  };
}

/**
 * Of some specialists how many sessions they have on a day, wherever, holds that run included, and when the last one before
 * an instant ended. One statement, however many they are.
 */
export function listLoads(
  database: Database,
  specialistIds: readonly string[],
  { day, before, now }: { day: Interval; before: Date; now: Date },
): Promise<Candidate[]> {
  return database.$queryRaw`
    select s.id,
      (select count(*)::int from occupancy o
        where o.specialist_id = s.id and o.session_starts_at >= ${day.start} and o.session_starts_at < ${day.end}
          and (o.held_until is null or o.held_until > ${now})) as "bookingsThatDay",
      (select max(o.ends_at) from occupancy o
        where o.specialist_id = s.id and o.kind = 'booking' and o.session_starts_at < ${before}) as "lastSessionEnd"
    from unnest(${[...specialistIds]}::uuid[]) as s (id)`;
}

/** Starts of a specialist's booked sessions from an instant on, in order. */
export async function listSessionStarts(
  database: Database,
  specialistId: string,
  from: Date,
): Promise<Date[]> {
  const rows = await database.occupancy.findMany({
    where: { specialistId, kind: 'booking', sessionStartsAt: { gte: from } },
    select: { sessionStartsAt: true },
    orderBy: { sessionStartsAt: 'asc' },
    take: 5000,
  });
  return rows.flatMap(({ sessionStartsAt }) => sessionStartsAt ?? []);
}

export async function deleteExpiredHolds(
  tx: Tx,
  specialistId: string,
  { start, end }: Interval,
  now: Date,
): Promise<void> {
  await tx.occupancy.deleteMany({
    where: { specialistId, startsAt: { lt: end }, endsAt: { gt: start }, heldUntil: { lte: now } },
  });
}

export type Occupation = Interval & {
  specialistId: string;
  kind: OccupancyKind;
  sourceId: string;
  heldUntil: Date | null;
  /** Of a session that counts towards the limits of its service. */
  serviceId?: string;
  sessionStartsAt?: Date;
};

export async function insertOccupancy(tx: Tx, { start, end, ...row }: Occupation): Promise<void> {
  await tx.occupancy.create({ data: { ...row, startsAt: start, endsAt: end }, select: { id: true } });
}

/** True when the row was there: a hold that another request has swept away meanwhile cannot be turned. */
export async function updateOccupancy(
  tx: Tx,
  sourceId: string,
  data: { kind: OccupancyKind; heldUntil: Date | null },
): Promise<boolean> {
  const { count } = await tx.occupancy.updateMany({ where: { sourceId }, data });
  return count === 1;
}

export type MovedOccupation = Interval & {
  specialistId: string;
  sourceId: string;
  sessionStartsAt: Date;
};

export async function updateInterval(
  tx: Tx,
  { sourceId, start, end, sessionStartsAt }: MovedOccupation,
): Promise<void> {
  await tx.occupancy.update({
    where: { sourceId },
    data: { startsAt: start, endsAt: end, sessionStartsAt },
    select: { id: true },
  });
}

export async function deleteOccupancy(tx: Tx, sourceId: string): Promise<void> {
  await tx.occupancy.deleteMany({ where: { sourceId } });
}
