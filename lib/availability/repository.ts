import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import type { SpecialistTime } from '@/lib/availability/rules/slots';
import type { Database, Tx } from '@/lib/server/db/client';
import type { OccupancyKind } from '@/lib/server/db/generated/enums';
import type { Interval, Weekday } from '@/lib/shared/time';

function toWeekday(value: number): Weekday {
  if (value < 1 || value > 7) throw new RangeError(`no weekday: ${value}`);
  return value as Weekday;
}

export async function listWeeklyRanges(database: Database, providerId: string): Promise<WeeklyRange[]> {
  const rows = await database.weeklyRange.findMany({
    where: { providerId },
    select: { weekday: true, startMinute: true, endMinute: true },
    orderBy: [{ weekday: 'asc' }, { startMinute: 'asc' }],
  });
  return rows.map(({ weekday, ...range }) => ({ weekday: toWeekday(weekday), ...range }));
}

export async function replaceWeeklyRanges(
  tx: Tx,
  providerId: string,
  ranges: readonly WeeklyRange[],
): Promise<void> {
  await tx.weeklyRange.deleteMany({ where: { providerId } });
  await tx.weeklyRange.createMany({
    data: ranges.map(({ weekday, startMinute, endMinute }) => ({
      providerId,
      weekday,
      startMinute,
      endMinute,
    })),
  });
}

type TimeRow = {
  id: string;
  /** Weekday, first and last minute. */
  weekly: [number, number, number][];
  /** Milliseconds since 1970: from, to, and until when it is held. */
  busy: [number, number, number | null][];
};

/**
 * Weekly hours of the specialists, and what takes their time between the two instants, expired holds included: the
 * rules judge those. One statement, however many specialists.
 */
export async function listSpecialistTimes(
  database: Database,
  specialistIds: string[],
  { start, end }: Interval,
): Promise<SpecialistTime[]> {
  const rows = await database.$queryRaw<TimeRow[]>`
    select s.id,
      (select coalesce(json_agg(json_build_array(w.weekday, w.start_minute, w.end_minute)
          order by w.weekday, w.start_minute), '[]')
        from weekly_range w where w.provider_id = s.id) as weekly,
      (select coalesce(json_agg(json_build_array(extract(epoch from o.starts_at) * 1000,
          extract(epoch from o.ends_at) * 1000, extract(epoch from o.held_until) * 1000) order by o.starts_at), '[]')
        from occupancy o
        where o.specialist_id = s.id and tstzrange(o.starts_at, o.ends_at, '[)') && tstzrange(${start}, ${end}, '[)')) as busy
    from unnest(${specialistIds}::uuid[]) with ordinality as s (id, place) order by s.place`;
  return rows.map(({ id, weekly, busy }) => ({
    id,
    weekly: weekly.map(([weekday, startMinute, endMinute]) => ({
      weekday: toWeekday(weekday),
      startMinute,
      endMinute,
    })),
    exceptions: [],
    busy: busy.map(([from, to, heldUntil]) => ({
      start: new Date(from),
      end: new Date(to),
      heldUntil: heldUntil === null ? null : new Date(heldUntil),
    })),
  }));
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

export async function deleteOccupancy(tx: Tx, sourceId: string): Promise<void> {
  await tx.occupancy.deleteMany({ where: { sourceId } });
}
