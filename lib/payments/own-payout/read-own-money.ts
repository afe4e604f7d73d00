import { type Balances as OwnBalances, ownMoney } from '@/lib/payments/rules/ledger-operator';
import type { Database } from '@/lib/server/db/client';
import { sumAccounts, sumPendingRefunds } from '../oversight/repository';
import { sumUnderWay } from './repository';

/**
 * How much of the balance the operator may take now, in minor units; `reserved` is what the payment service keeps back, as
 * far as it is known.
 */
export async function readOwnMoney(database: Database, reserved = 0): Promise<number> {
  const refunds = await sumPendingRefunds(database);
  const payouts = await sumUnderWay(database);
  return ownMoney(ownBalances(await sumAccounts(database)), refunds + payouts, reserved);
}

/** Accounts of the ledger (debits above 0) as the amounts of 0 or more that `ownMoney` speaks of. */
function ownBalances(balances: Readonly<Record<string, number>>): OwnBalances {
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
