import {
  duePayouts,
  LATEST_PAYOUT_DAYS,
  nextPayoutDay,
  type PayoutSchedule,
  type Released,
} from '@/lib/payments/rules/payout';
import { addHours } from '@/lib/shared/time';

/** The advisor's part of an earned price that is not paid out yet; it is released then, or was. Minor units. */
export type Coming = Released;

/** What an advisor owes, from when it lowers payouts; minor units. */
export type Owed = { readonly open: number; readonly dueAt: Date };

export type NextPayout = {
  /** Now or earlier: as soon as the next run comes by. */
  readonly at: Date;
  /** What is transferred, in minor units. */
  readonly amount: number;
  /** What is kept for what the advisor owes. */
  readonly netted: number;
};

/** Payout days that are looked at: whatever is collected for longer than 75 days is paid in any case. */
const daysAhead = 7;

/**
 * When something is paid out next and how much, if nothing else happens: no claim, no refund, no other session. Works it
 * out as the payouts themselves do: at each instant at which something could be paid, what is released by then, less what
 * is owed by then. A payout that is set off in full is none. Null when nothing that was earned waits.
 */
export function nextPayout(
  coming: readonly Coming[],
  owed: readonly Owed[],
  {
    schedule,
    threshold,
    zone,
    now,
  }: { schedule: PayoutSchedule; threshold: number; zone: string; now: Date },
): NextPayout | null {
  let left = [...coming];
  let setOff = 0;
  for (const at of instants(left, { schedule, zone, now })) {
    const released = left.filter(({ releasedAt }) => releasedAt <= at);
    const due = duePayouts(released, { schedule, threshold, zone, now: at });
    if (due.length === 0) continue;
    const total = due.reduce((sum, { amount }) => sum + amount, 0);
    const open = owed.reduce((sum, debt) => sum + (debt.dueAt <= at ? debt.open : 0), 0);
    const netted = Math.min(total, Math.max(0, open - setOff));
    if (netted < total) return { at, amount: total - netted, netted };
    setOff += netted;
    const paid = new Set(due.map(({ id }) => id));
    left = left.filter(({ id }) => !paid.has(id));
  }
  return null;
}

/** When something may be paid, the first of it first; now is one of them. */
function instants(
  coming: readonly Coming[],
  { schedule, zone, now }: { schedule: PayoutSchedule; zone: string; now: Date },
): Date[] {
  const days: Date[] = [];
  if (schedule === 'twice_monthly')
    for (let day = now; days.length < daysAhead; ) {
      day = nextPayoutDay(day, zone);
      days.push(day);
    }
  const ofEach = coming.flatMap(({ releasedAt, chargedAt }) =>
    schedule === 'per_session' ? [releasedAt] : [releasedAt, addHours(chargedAt, LATEST_PAYOUT_DAYS * 24)],
  );
  const times = [...days, ...ofEach].map((at) => at.getTime()).filter((at) => at > now.getTime());
  return [now.getTime(), ...new Set(times)].sort((a, b) => a - b).map((at) => new Date(at));
}
