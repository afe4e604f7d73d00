import { type Balances as OwnBalances, ownMoney } from '@/lib/payments/rules/ledger-operator';
import type { Database } from '@/lib/server/db/client';
import { sumPendingRefunds } from '../oversight/repository';
import type { Balances } from '../oversight/types';
import { sumUnderWay } from './repository';

/**
 * How much of the balance the operator may take now, in minor units, by the sums of the ledger's accounts; `reserved` is
 * what the payment service keeps back, as far as it is known.
 */
export async function readOwnMoney(database: Database, balances: Balances, reserved = 0): Promise<number> {
  const refunds = await sumPendingRefunds(database);
  const payouts = await sumUnderWay(database);
  return ownMoney(ownBalances(balances), refunds + payouts, reserved);
}

/** Accounts of the ledger (debits above 0) as the amounts of 0 or more that `ownMoney` speaks of. */
function ownBalances(balances: Balances): OwnBalances {
  const debit = (account: string) => balances[account] ?? 0;
  const credit = (account: string) => -debit(account);
  return {
    available: debit('SA'),
    prepaid: credit('CP'),
    held: credit('AH'),
    payable: credit('AP'),
    vat: credit('VO'),
    deferred: credit('DF'),
  };
}
