import { type EarningState, listedStates } from '@/lib/payments/rules/advisor-share';
import { type Month, toMonth } from '@/lib/payments/rules/months';

/** Which earnings an address asks for; null: all of them. */
export type EarningQuestion = { state: EarningState | null; month: Month | null };

type Said = string | string[] | undefined;

/** Reads it; what an address says wrongly it does not say. */
export function readEarningQuestion({ state, month }: { state?: Said; month?: Said }): EarningQuestion {
  return { state: listedStates.find((listed) => listed === state) ?? null, month: toMonth(month) };
}
