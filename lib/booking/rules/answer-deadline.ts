import { addHours } from '@/lib/shared/time';

export const MIN_ANSWER_HOURS = 2;
export const MAX_ANSWER_HOURS = 144;
export const DEFAULT_ANSWER_HOURS = 24;

/** A provider chooses its own answer time: whole hours from 2 to 144, so that a card's hold outlives it. */
export function isAnswerHours(hours: number): boolean {
  return Number.isInteger(hours) && hours >= MIN_ANSWER_HOURS && hours <= MAX_ANSWER_HOURS;
}

/** Until when the provider may answer: its hours after the request, never later than the start. */
export function answerDeadline(requestedAt: Date, answerHours: number, startsAt: Date): Date {
  if (!isAnswerHours(answerHours)) throw new RangeError(`not an answer time: ${answerHours} h`);
  const own = addHours(requestedAt, answerHours);
  return own < startsAt ? own : startsAt;
}

/** Whether the provider may still answer: before the deadline, not at it; from then on silence has rejected. */
export function isAnswerable(answerBy: Date, now: Date): boolean {
  return now < answerBy;
}
