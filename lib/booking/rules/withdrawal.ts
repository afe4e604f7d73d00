import { isFreeToCancel } from '@/lib/booking/rules/cancellation';
import {
  addLocalDays,
  epochDayToWeekday,
  type LocalDate,
  localDate,
  localDateToEpochDay,
  startOfLocalDay,
} from '@/lib/shared/time';

/** A contract made at a distance can be withdrawn from for so many days (Directive 2011/83/EU, article 9). */
export const WITHDRAWAL_DAYS = 14;

/** Version of the words with which a client asks that the service begins before that; stored with the order. */
export const earlyStartVersion = 'early-start-2026-11';

/** How the operator has set the rule. */
export type WithdrawalRule = {
  /** Whether there is such a right. */
  readonly isOn: boolean;
  /** Whether the price stays due after the time of free cancelling all the same. */
  readonly keepsLateFee: boolean;
};

/** What was ordered, as far as the right goes. */
export type Contract = {
  readonly priceAmount: number;
  readonly orderedAt: Date | null;
  readonly startsAt: Date;
  readonly freeCancelUntil: Date | null;
  /** On the client's clocks days are counted. */
  readonly clientTimeZone: string;
  /** Nobody has accepted it yet. */
  readonly isRequest?: boolean;
};

/**
 * The end of the period, that instant excluded: the day of the order does not count, and the fourteenth day after it is
 * whole, on the client's clocks. Where it is a Saturday or a Sunday, the period ends with the Monday after (Regulation
 * 1182/71, article 3). Public holidays are not known here.
 */
export function withdrawalUntil(orderedAt: Date, zone: string): Date {
  let last = addLocalDays(localDate(orderedAt, zone), WITHDRAWAL_DAYS);
  while (isWeekend(last)) last = addLocalDays(last, 1);
  return startOfLocalDay(addLocalDays(last, 1), zone);
}

function isWeekend(day: LocalDate): boolean {
  return epochDayToWeekday(localDateToEpochDay(day)) >= 6;
}

/**
 * Until when an order of now could be withdrawn from, where its service begins before that: then the client has to ask for
 * it. Null where nothing has to be asked: it begins later, costs nothing, or there is no such right.
 */
export function earlyStartUntil(
  { priceAmount, startsAt, clientTimeZone }: Pick<Contract, 'priceAmount' | 'startsAt' | 'clientTimeZone'>,
  { isOn }: WithdrawalRule,
  now: Date,
): Date | null {
  if (!isOn || priceAmount === 0) return null;
  const until = withdrawalUntil(now, clientTimeZone);
  return startsAt < until ? until : null;
}

/** What withdrawing now would mean, and until when it is possible, that instant excluded. */
export type Withdrawal = {
  readonly until: Date;
  /** `lateFee`: the price stays due as for a late cancellation. */
  readonly effect: 'allBack' | 'lateFee';
};

/**
 * Whether a contract can be withdrawn from now: something was ordered that costs something, its period runs, and its
 * service has not begun. Everything goes back, also after the time of free cancelling, unless the operator keeps the fee; of
 * a request, which is no session yet, none is kept.
 * Once the session has begun the right is no way out of it any more: whoever asked for the early start knows that it is
 * lost when the service was performed, and what went wrong is claimed.
 */
export function withdrawalNow(contract: Contract, rule: WithdrawalRule, now: Date): Withdrawal | null {
  const { priceAmount, orderedAt, startsAt, freeCancelUntil, clientTimeZone, isRequest = false } = contract;
  if (!rule.isOn || priceAmount === 0 || orderedAt === null) return null;
  const end = withdrawalUntil(orderedAt, clientTimeZone);
  const until = startsAt < end ? startsAt : end;
  if (now >= until) return null;
  const isLate = !isFreeToCancel(freeCancelUntil, now);
  return { until, effect: rule.keepsLateFee && isLate && !isRequest ? 'lateFee' : 'allBack' };
}

/** The right of withdrawal of an order of now, as the summary tells of it; null where there is none. */
export type OrderWithdrawal = {
  /** Until when it is possible, that instant excluded. */
  readonly until: Date;
  /** The service begins before the period ends: the client has to ask for that. */
  readonly isEarly: boolean;
  readonly keepsLateFee: boolean;
};

export function withdrawalOfOrder(
  sold: Omit<Contract, 'orderedAt'>,
  rule: WithdrawalRule,
  now: Date,
): OrderWithdrawal | null {
  const withdrawal = withdrawalNow({ ...sold, orderedAt: now }, rule, now);
  if (!withdrawal) return null;
  const isEarly = earlyStartUntil(sold, rule, now) !== null;
  return { until: withdrawal.until, isEarly, keepsLateFee: rule.keepsLateFee };
}
