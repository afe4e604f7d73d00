import type { Balances as OwnBalances } from '@/lib/payments/rules/ledger-operator';

/** Accounts of the ledger (debits above 0) as the amounts of 0 or more that `ownMoney` speaks of. */
export function readOwnMoney(balances: Readonly<Record<string, number>>): OwnBalances {
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
