import type { Call } from '@/sandbox/stripe/call';
import { newStripeId } from '@/sandbox/stripe/ids';
import type { BalanceRecord } from '@/sandbox/stripe/records';
import type { Store } from '@/sandbox/stripe/store';

/** Stripe's fee on a card charge: 1.5 %, rounded half up, plus 25 cents. */
export function cardFee(amount: number): number {
  return Math.floor((amount * 150 + 5_000) / 10_000) + 25;
}

export type Funds = { available: number; pending: number };

/** Sums of an account's balance in one currency at an instant. */
export function fundsOf(store: Store, account: string | null, currency: string, now: number): Funds {
  const row = store.db
    .prepare(
      `SELECT
         COALESCE(SUM(CASE WHEN json_extract(json, '$.availableOn') <= ? THEN json_extract(json, '$.net') END), 0) AS available,
         COALESCE(SUM(CASE WHEN json_extract(json, '$.availableOn') > ? THEN json_extract(json, '$.net') END), 0) AS pending
       FROM records WHERE kind = 'balance_transaction' AND account IS ? AND json_extract(json, '$.currency') = ?`,
    )
    .get(now, now, account, currency);
  return { available: Number(row?.available ?? 0), pending: Number(row?.pending ?? 0) };
}

/** Currencies in which an account has ever had money. */
export function currenciesOf(store: Store, account: string | null): string[] {
  return store.db
    .prepare(
      `SELECT DISTINCT json_extract(json, '$.currency') AS currency FROM records
       WHERE kind = 'balance_transaction' AND account IS ? ORDER BY 1`,
    )
    .all(account)
    .map((row) => String(row.currency));
}

type Movement = Pick<BalanceRecord, 'type' | 'amount' | 'currency' | 'availableOn' | 'source'> & {
  account: string | null;
  fee?: number;
  description?: string | null;
  id?: string | undefined;
};

/** Writes one balance transaction; `net` is amount minus fee. */
export function moveFunds(call: Call, movement: Movement): BalanceRecord {
  const fee = movement.fee ?? 0;
  return call.store.balances.save({
    id: movement.id ?? newStripeId('txn'),
    account: movement.account,
    created: call.now,
    type: movement.type,
    amount: movement.amount,
    fee,
    net: movement.amount - fee,
    currency: movement.currency,
    availableOn: movement.availableOn,
    source: movement.source,
    description: movement.description ?? null,
  });
}

/** When the money of a charge (or of the transfer made from it) can be used; at least `now`. */
export function availabilityOf(call: Call, balanceTransaction: string | null): number {
  const source = balanceTransaction === null ? undefined : call.store.balances.find(balanceTransaction);
  return Math.max(call.now, source?.availableOn ?? call.now);
}
