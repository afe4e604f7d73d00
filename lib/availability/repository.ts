import type { BusyTime } from '@/lib/availability/rules/busy-times';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import type { Database, Tx } from '@/lib/server/db/client';
import type { OccupancyKind } from '@/lib/server/db/generated/enums';
import type { Interval, Weekday } from '@/lib/shared/time';

function toWeekday(value: number): Weekday {
  if (value < 1 || value > 7) throw new RangeError(`no weekday: ${value}`);
  return value as Weekday;
}

export async function listWeeklyRanges(database: Database, providerIds: string[]) {
  const rows = await database.weeklyRange.findMany({
    where: { providerId: { in: providerIds } },
    select: { providerId: true, weekday: true, startMinute: true, endMinute: true },
    orderBy: [{ weekday: 'asc' }, { startMinute: 'asc' }],
  });
  const byProvider = new Map<string, WeeklyRange[]>(providerIds.map((id) => [id, []]));
  for (const { providerId, weekday, startMinute, endMinute } of rows) {
    byProvider.get(providerId)?.push({ weekday: toWeekday(weekday), startMinute, endMinute });
  }
  return byProvider;
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

/** What takes the specialists' time between the two instants, expired holds included: the rules judge those. */
export async function listBusy(database: Database, specialistIds: string[], { start, end }: Interval) {
  const rows = await database.occupancy.findMany({
    where: { specialistId: { in: specialistIds }, startsAt: { lt: end }, endsAt: { gt: start } },
    select: { specialistId: true, startsAt: true, endsAt: true, heldUntil: true },
    orderBy: { startsAt: 'asc' },
  });
  const bySpecialist = new Map<string, BusyTime[]>(specialistIds.map((id) => [id, []]));
  for (const { specialistId, startsAt, endsAt, heldUntil } of rows) {
    bySpecialist.get(specialistId)?.push({ start: startsAt, end: endsAt, heldUntil });
  }
  return bySpecialist;
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
