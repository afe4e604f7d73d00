import type { Database } from '@/lib/server/db/client';
import { money, toCurrency } from '@/lib/shared/money';
import type { PlanView } from './types';

/** The plans that are sold, and those in `kept`, which somebody still holds; in the operator's order. */
export async function listPlans(database: Database, kept: readonly string[]): Promise<PlanView[]> {
  const rows = await database.plan.findMany({
    where: { OR: [{ isActive: true }, { code: { in: [...kept] } }] },
    select: {
      code: true,
      feeAmount: true,
      feeInterval: true,
      currency: true,
      commissionBps: true,
      commissionVatIncluded: true,
    },
    orderBy: { position: 'asc' },
    take: 50,
  });
  return rows.map(({ code, feeAmount, feeInterval, currency, commissionBps, commissionVatIncluded }) => ({
    code,
    fee: money(feeAmount, toCurrency(currency)),
    feeInterval: feeInterval === 'month' || feeInterval === 'year' ? feeInterval : null,
    commissionBps,
    isCommissionVatIncluded: commissionVatIncluded,
  }));
}
