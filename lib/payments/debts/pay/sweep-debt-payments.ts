import { entryE2 } from '@/lib/payments/rules/ledger';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { toCurrency } from '@/lib/shared/money';
import { addMinutes } from '@/lib/shared/time';
import { insertEntry } from '../../repository';
import { closePage, DEBT_PAGE_MINUTES } from './close-page';
import { findDebtPayment, listAvailable, listStale, noteAvailable } from './repository';

const batch = 50;

/** What time alone does to payments of debts: pages end, and money becomes available (E2). Returns how many failed. */
export async function sweepDebtPayments(now: Date): Promise<number> {
  const stale = await sweepRows({
    name: 'payments.debtPages',
    next: (seen) => listStale(db(), addMinutes(now, -DEBT_PAGE_MINUTES), batch, seen),
    handle: async ({ id }) => {
      const payment = await findDebtPayment(db(), id);
      if (payment?.status === 'open') await closePage(payment, now);
    },
  });
  const available = await sweepRows({
    name: 'payments.debtsAvailable',
    next: (seen) => listAvailable(db(), now, batch, seen),
    handle: ({ id }) => bookAvailable(id, now),
  });
  return stale + available;
}

function bookAvailable(id: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const charge = await noteAvailable(tx, id, now);
    if (!charge) return;
    const { providerId, net, balanceTransactionId, currency } = charge;
    const entry = entryE2({ balanceTransactionId, currency: toCurrency(currency), net });
    await insertEntry(tx, entry, { paymentId: null, providerId }, now);
  });
}
