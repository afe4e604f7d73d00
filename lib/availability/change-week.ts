import type { Actor } from '@/lib/access/actor';
import { readPracticeAddress } from '@/lib/profiles/read-profile';
import type { ChangedProfile } from '@/lib/profiles/types';
import { fieldErrors, ok, type Result } from '@/lib/shared/result';
import { weekdays } from '@/lib/shared/time';
import { changeHours } from './change-hours';
import { checkRangeMinimums } from './range-minimum';
import { replaceWeeklyRanges } from './repository';
import { weekField } from './rules/hours-form';
import { isInPerson } from './rules/terms';
import { checkWeek } from './rules/weekly-ranges';
import type { WeekInput } from './schema';

/**
 * Replaces the weekly hours of a specialist in a practice as a whole, wall times in the practice's zone; ranges do not overlap. Bookings outside the new hours stay. An
 * empty week is fine: nothing can be booked then. Ranges in person need the address of the practice, and own prices are not
 * below the minimum (`service.belowMinimum`).
 */
export function changeWeek(actor: Actor, { week, ...asked }: WeekInput): Promise<Result<ChangedProfile>> {
  return changeHours(actor, asked, async (tx, post) => {
    const checked = checkWeek(week);
    if (!checked.ok) {
      const { details } = checked.error;
      const weekday = weekdays.find((day) => day === details?.['weekday']) ?? 1;
      const field = weekField(weekday, Number(details?.['row'] ?? 0), 'start');
      return fieldErrors({ [field]: checked.error.code });
    }
    const inPerson = week.find(isInPerson);
    if (inPerson && (await readPracticeAddress(tx, post.providerId)) === null) {
      const { weekday } = inPerson;
      const row = week.filter((range) => range.weekday === weekday).indexOf(inPerson);
      return fieldErrors({ [weekField(weekday, row, 'start')]: 'service.addressMissing' });
    }
    const low = await checkRangeMinimums(tx, week, (range) => {
      const row = week.filter(({ weekday }) => weekday === range.weekday).indexOf(range);
      return weekField(range.weekday, row, 'price');
    });
    if (low) return low;
    await replaceWeeklyRanges(tx, post, checked.value);
    return ok();
  });
}
