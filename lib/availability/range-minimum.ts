import { checkMinimum } from '@/lib/plans/check-minimum';
import type { Database } from '@/lib/server/db/client';
import type { Failure } from '@/lib/shared/result';
import { channels, type OwnTerms } from './rules/terms';

/**
 * Whether the own prices of ranges may be saved: each is at least the highest minimum of the ways in which one may meet in
 * it, of all ways where the range names none. `fieldOf` names the field of a range.
 */
export async function checkRangeMinimums<R extends { readonly terms?: OwnTerms | undefined }>(
  database: Database,
  ranges: readonly R[],
  fieldOf: (range: R, index: number) => string,
): Promise<Failure | null> {
  for (const [index, range] of ranges.entries()) {
    const amount = range.terms?.priceAmount ?? 0;
    const kinds = range.terms?.channels ?? channels;
    const low = amount > 0 && (await checkMinimum(database, { amount, kinds, field: fieldOf(range, index) }));
    if (low) return low;
  }
  return null;
}
