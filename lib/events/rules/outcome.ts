import { intersectIntervals, presence, type Stay, totalMilliseconds } from '@/lib/booking/rules/attendance';
import { CHECK_IN_OPENS_MINUTES, isCheckInOpen } from '@/lib/booking/rules/outcome';
import { addMinutes } from '@/lib/shared/time';

/** A host who was there for less has not held the event. */
export const HOST_MINUTES = 5;

export type EventTimes = { readonly startsAt: Date; readonly endsAt: Date };

/** Whether one may enter the room: from 10 minutes before the start until the scheduled end, not at it. */
export function isRoomOpen(times: EventTimes, now: Date): boolean {
  return isCheckInOpen({ ...times, channel: 'video' }, now);
}

/** Whether the host was present for five minutes in all inside the scheduled time; exactly five are enough. */
export function hasHostCome({ startsAt, endsAt }: EventTimes, stays: readonly Stay[]): boolean {
  const inside = intersectIntervals(presence(stays), [{ start: startsAt, end: endsAt }]);
  return totalMilliseconds(inside) >= HOST_MINUTES * 60_000;
}

/** Whether a participant was there at all, from the opening of the room to the scheduled end. */
export function hasAttended({ startsAt, endsAt }: EventTimes, stays: readonly Stay[]): boolean {
  const open = { start: addMinutes(startsAt, -CHECK_IN_OPENS_MINUTES), end: endsAt };
  return intersectIntervals(presence(stays), [open]).length > 0;
}
