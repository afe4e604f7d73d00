import { addHours } from '@/lib/shared/time';

/** Why a stored card is charged: before the session, at the door, or afterwards (also for late cancelling and absence). */
export const chargeCauses = ['beforeSession', 'atDoor', 'afterwards'] as const;
export type ChargeCause = (typeof chargeCauses)[number];

/** So many days after the first refusal the card is tried again. At the door nobody waits: one pays by hand. */
export const retryDays: Readonly<Record<ChargeCause, readonly number[]>> = {
  beforeSession: [1, 3],
  atDoor: [],
  afterwards: [1, 3, 7],
};

/** What is due for so many days is given up. */
export const UNCOLLECTIBLE_DAYS = 60;

/** When a card that was refused `failures` times, first at `since`, is tried again; null: not any more. */
export function retryAt(cause: ChargeCause, failures: number, since: Date): Date | null {
  const days = retryDays[cause][failures - 1];
  return days === undefined ? null : addHours(since, days * 24);
}

/** Whether what is due is given up: exactly 60 elapsed days after it became so, or after the session when that is later. */
export function isUncollectible(dueSince: Date, deliveredAt: Date | null, now: Date): boolean {
  const since = deliveredAt !== null && deliveredAt > dueSince ? deliveredAt : dueSince;
  return now >= addHours(since, UNCOLLECTIBLE_DAYS * 24);
}
