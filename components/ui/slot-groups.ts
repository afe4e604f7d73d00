import { localDay, localHour } from '@/lib/i18n/time-format';

/** A time on offer: an instant, and whether somebody has just taken it. */
export type Slot = { start: string; isTaken?: boolean };

export type DayPart = 'morning' | 'afternoon' | 'evening';

export type SlotDay = { date: string; slots: readonly Slot[] };

/** Morning until 12, evening from 17, on the clocks of the reader's zone. */
export function dayPart(start: Date, zone: string): DayPart {
  const hour = localHour(start, zone);
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** The parts of a day that have times, in order. */
export function groupByPart(
  slots: readonly Slot[],
  zone: string,
): readonly { part: DayPart; slots: readonly Slot[] }[] {
  const parts: readonly DayPart[] = ['morning', 'afternoon', 'evening'];
  return parts
    .map((part) => ({ part, slots: slots.filter((slot) => dayPart(new Date(slot.start), zone) === part) }))
    .filter((group) => group.slots.length > 0);
}

/** The calendar date that is `days` after another one; both as 2026-11-26. */
export function addDays(date: string, days: number): string {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** Consecutive days from `first`, each with its times; days are those of the reader's zone. */
export function groupByDay(
  slots: readonly Slot[],
  { zone, first, days }: { zone: string; first: string; days: number },
): readonly SlotDay[] {
  return Array.from({ length: days }, (_, index) => {
    const date = addDays(first, index);
    return { date, slots: slots.filter((slot) => localDay(new Date(slot.start), zone) === date) };
  });
}

export const hasFreeTime = (day: SlotDay): boolean => day.slots.some((slot) => !slot.isTaken);
