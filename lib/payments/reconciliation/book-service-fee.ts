import { entryServiceFee } from '@/lib/payments/rules/ledger-operator';
import { inTransaction } from '@/lib/server/db/transaction';
import type { BalanceLine } from '@/lib/server/stripe/reconciliation';
import { toCurrency } from '@/lib/shared/money';
import { insertEntry } from '../repository';

/** Movements by which the payment service charges for itself (https://docs.stripe.com/reports/balance-transaction-types). */
const types: ReadonlySet<string> = new Set(['stripe_fee', 'stripe_fx_fee', 'tax_fee']);

export function isServiceFee({ type }: BalanceLine): boolean {
  return types.has(type);
}

/** Books one (E21): no event tells of it, it is found by the check. */
export async function bookServiceFee({ id, net, currency, createdAt }: BalanceLine): Promise<void> {
  const moved = { balanceTransactionId: id, currency: toCurrency(currency), amount: 0 - net };
  await inTransaction((tx) => insertEntry(tx, entryServiceFee(moved), {}, createdAt));
}
