import { err, ok, type Result } from '@/lib/shared/result';
import type { Course } from './window';

export const claimReasons = [
  'did_not_take_place',
  'cut_short',
  'not_as_agreed',
  'technical',
  'charged_wrongly',
  'other',
] as const;
export type ClaimReason = (typeof claimReasons)[number];

export const claimWishes = ['full', 'part', 'other'] as const;
export type ClaimWish = (typeof claimWishes)[number];

/** What an admin goes by who gives money back although the provider owes nothing. */
export const claimGrounds = ['attendance', 'attachment'] as const;
export type ClaimGround = (typeof claimGrounds)[number];

export const verdicts = ['full', 'part', 'none'] as const;
export type Verdict = (typeof verdicts)[number];

/** What is at stake: what the client paid and has not had back, minor units; mediation moves none of it. */
export type Stake = { readonly left: number; readonly isMediation: boolean };

/**
 * How much goes back by a word of provider or admin. A part is above 0 and below what is left (`claim.amountInvalid`);
 * where no money of it is here, nothing can go back (`claim.noMoney`).
 */
export function amountOf(
  verdict: Verdict,
  part: number | null,
  { left, isMediation }: Stake,
): Result<number> {
  if (verdict === 'none') return ok(0);
  if (isMediation || left <= 0) return err('claim.noMoney');
  if (verdict === 'full') return ok(left);
  return part !== null && Number.isSafeInteger(part) && part > 0 && part < left
    ? ok(part)
    : err('claim.amountInvalid');
}

/**
 * After a late cancellation or an absence the provider owes nothing: an admin gives money back only where attendance or
 * something that was attached shows otherwise, and says which (`claim.groundMissing`). Otherwise no ground is kept.
 */
export function groundOf(
  course: Course | null,
  refund: number,
  ground: ClaimGround | null,
): Result<ClaimGround | null> {
  if (refund === 0 || course === 'held' || course === null) return ok(null);
  return ground ? ok(ground) : err('claim.groundMissing');
}
