import type { Actor } from '@/lib/access/actor';
import { asSpecialist, changeOwnOffer } from '@/lib/profiles/own-provider';
import { readZone } from '@/lib/profiles/read-profile';
import type { ChangedProfile } from '@/lib/profiles/types';
import { now as clock } from '@/lib/server/clock';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { addLocalDays, localDate } from '@/lib/shared/time';
import { freeTime, isTimeTaken, occupyTime } from '../occupy-time';
import { lastPlannedDay } from '../rules/planned-days';
import { instantOfEnd, instantOfWall } from '../rules/zone-clock';
import type { BlockInput } from '../schema';
import { deleteBlockedTime, insertBlockedTime } from './repository';

/** A longer absence is a row of closed days. */
const mostDays = 31;

/**
 * Keeps a stretch of the actor's own time for something else, from one time on its clocks to another, today or later, at
 * most 31 days of the calendar and two years ahead. Nothing else may lie in it: `availability.timeOccupied`, for instance with a booked session.
 */
export async function blockTime(actor: Actor, input: BlockInput): Promise<Result<ChangedProfile>> {
  const specialist = asSpecialist(actor);
  if (!specialist.ok) return specialist;
  try {
    return await changeOwnOffer(actor, async (tx, specialistId) => {
      const zone = await readZone(tx, specialistId);
      const now = await clock();
      const start = instantOfWall(input.date, input.startMinute, zone);
      const end = instantOfEnd(input.lastDate, input.endMinute, zone);
      if (end <= start) return fieldErrors({ endTime: 'availability.rangeEmpty' });
      const today = localDate(now, zone);
      if (input.date < today) return fieldErrors({ date: 'availability.datePast' });
      if (end <= now) return fieldErrors({ endTime: 'availability.datePast' });
      if (input.date > lastPlannedDay(today)) return fieldErrors({ date: 'availability.dateTooFar' });
      if (input.lastDate > addLocalDays(input.date, mostDays - 1))
        return fieldErrors({ lastDate: 'availability.tooManyDays' });
      const sourceId = await insertBlockedTime(tx, specialistId, { start, end, title: input.title });
      await occupyTime(tx, { specialistId, start, end, kind: 'blocked', sourceId, heldUntil: null }, now);
      return ok();
    });
  } catch (error) {
    if (isTimeTaken(error)) return err('availability.timeOccupied');
    throw error;
  }
}

/** Gives the time back. */
export async function unblockTime(
  actor: Actor,
  { blockedId }: { blockedId: string },
): Promise<Result<ChangedProfile>> {
  const specialist = asSpecialist(actor);
  if (!specialist.ok) return specialist;
  return changeOwnOffer(actor, async (tx, specialistId) => {
    if (!(await deleteBlockedTime(tx, { id: blockedId, specialistId }))) return err('common.notFound');
    await freeTime(tx, blockedId);
    return ok();
  });
}
