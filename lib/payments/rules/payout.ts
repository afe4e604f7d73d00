import { addHours, type LocalDate, localDate, startOfLocalDay } from '@/lib/shared/time';

/** What must be true before a provider is paid. The account's side comes from webhooks, never from a redirect. */
export type PayoutState = {
  /** The transfers capability of the connected account is active. */
  readonly areTransfersActive: boolean;
  readonly areBillingDetailsComplete: boolean;
  readonly isSuspended: boolean;
  /** What the reporting rules for platforms want to know of a seller (DAC7) is there. */
  readonly isTaxDataComplete: boolean;
};

/** Whether money may be transferred to the provider. Selling is allowed before; money waits. */
export function payoutReady(state: PayoutState): boolean {
  const { areTransfersActive, areBillingDetailsComplete, isSuspended, isTaxDataComplete } = state;
  return areTransfersActive && areBillingDetailsComplete && !isSuspended && isTaxDataComplete;
}

/** After a transfer that failed, the next attempt waits for an hour for each attempt so far, at most for so many. */
export const TRANSFER_RETRY_HOURS = 24;

/** `per_session`: as soon as it is released. `twice_monthly`: collected, on the 1st and the 16th above a threshold. */
export const payoutSchedules = ['per_session', 'twice_monthly'] as const;
export type PayoutSchedule = (typeof payoutSchedules)[number];

/** Collected money is paid at the latest so many elapsed days after its charge, below the threshold too. */
export const LATEST_PAYOUT_DAYS = 75;

/** The days of the month on which collected money is paid. */
const payoutDays = [1, 16] as const;

export type Released = {
  readonly id: string;
  readonly amount: number;
  readonly releasedAt: Date;
  readonly chargedAt: Date;
};

/**
 * What is paid out now. Per session: everything that is released. Twice a month: what was released before the last 1st or
 * 16th began in the operator's zone, when it reaches the threshold (minor units, before what is owed); what was charged 75
 * days ago in any case.
 */
export function duePayouts<P extends Released>(
  released: readonly P[],
  {
    schedule,
    threshold,
    zone,
    now,
  }: { schedule: PayoutSchedule; threshold: number; zone: string; now: Date },
): P[] {
  if (schedule === 'per_session') return [...released];
  const day = lastPayoutDay(now, zone);
  const collected = released.filter(({ releasedAt }) => releasedAt < day);
  const isEnough = collected.reduce((sum, { amount }) => sum + amount, 0) >= threshold;
  const isOld = ({ chargedAt }: P) => now >= addHours(chargedAt, LATEST_PAYOUT_DAYS * 24);
  return released.filter((one) => isOld(one) || (isEnough && one.releasedAt < day));
}

/** The beginning of the last payout day, today included. */
export function lastPayoutDay(now: Date, zone: string): Date {
  const today = localDate(now, zone);
  const day = Number(today.slice(8)) >= payoutDays[1] ? payoutDays[1] : payoutDays[0];
  return startOfLocalDay(dayOf(today, day), zone);
}

/** The beginning of the next payout day after today. */
export function nextPayoutDay(now: Date, zone: string): Date {
  const today = localDate(now, zone);
  const isFirstHalf = Number(today.slice(8)) < payoutDays[1];
  return isFirstHalf ? startOfLocalDay(dayOf(today, payoutDays[1]), zone) : startOfNextMonth(now, zone);
}

/** Owed commission lowers payouts from so many elapsed hours after the month's end, when its invoice is there. */
const invoiceHours = 72;

/** When commission of this month on what was paid outside the platform begins to lower payouts. */
export function commissionDueAt(now: Date, zone: string): Date {
  return addHours(startOfNextMonth(now, zone), invoiceHours);
}

function startOfNextMonth(now: Date, zone: string): Date {
  const [year = 0, month = 0] = localDate(now, zone).split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return startOfLocalDay(`${next}-01`, zone);
}

function dayOf(date: LocalDate, day: number): LocalDate {
  return `${date.slice(0, 8)}${String(day).padStart(2, '0')}`;
}
