import type { Database } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { type Failure, fieldErrors } from '@/lib/shared/result';
import { readMinimums } from './repository';
import { isBelowMinimum, type PricedKind } from './rules/minimum-price';

/**
 * Whether a price may be saved for what is sold as one of these kinds: the highest of their minimums binds it. Null when it
 * may, else the failure of its field, which names the minimum.
 */
export async function checkMinimum(
  database: Database,
  { amount, kinds, field }: { amount: number; kinds: readonly PricedKind[]; field: string },
): Promise<Failure | null> {
  const minimums = await readMinimums(database);
  const minimum = Math.max(0, ...kinds.map((kind) => minimums[kind]));
  if (!isBelowMinimum(amount, minimum)) return null;
  const failure = fieldErrors({ [field]: 'service.belowMinimum' });
  return {
    ...failure,
    error: { ...failure.error, minimum: { amount: minimum, currency: env().CURRENCY } },
  };
}
