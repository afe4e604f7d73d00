import { notFound } from 'next/navigation';
import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { refundable } from '@/lib/payments/rules/refund';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { isId } from '@/lib/shared/ids';
import { toCurrency } from '@/lib/shared/money';
import { refundableByAdmin } from '../refunds/refund-by-admin';
import { findLastCheck, listDifferences } from '../reconciliation/repository';
import { readOwnMoney } from '../own-payout/read-own-money';
import { findNamed, findWhole, listDebts, listTroubled, searchPayments, sumAccounts } from './repository';
import type { WatchedPayment } from './types';

/** The operator's view of all money: the last check of the ledger, the balances, and what needs a look; 404 for others. */
export async function loadMoneyState(actor: AccountActor) {
  if (!can(actor, 'payment:refund', null)) return notFound();
  const [check, balances, troubled, debts] = await Promise.all([
    findLastCheck(db()),
    sumAccounts(db()),
    listTroubled(db()),
    listDebts(db()),
  ]);
  const own = await readOwnMoney(db(), balances);
  const differences = check && check.differences > 0 ? await listDifferences(db(), check.id) : [];
  return { check, differences, balances, own, troubled, debts, currency: env().CURRENCY, now: await clock() };
}

/** Payments by client, provider or id; 404 for others than admins. */
export async function loadPayments(actor: AccountActor, words: string): Promise<WatchedPayment[]> {
  if (!can(actor, 'payment:refund', null)) return notFound();
  return searchPayments(db(), words.trim().slice(0, 100));
}

/** One payment with everything that happened to it, and how much an admin can give back now; 404 for others. */
export async function loadPayment(actor: AccountActor, id: string) {
  if (!can(actor, 'payment:refund', null) || !isId(id)) return notFound();
  const [whole, named] = await Promise.all([findWhole(db(), id), findNamed(db(), id)]);
  if (!whole || !named) return notFound();
  const { payment } = whole;
  const isOpen = refundableByAdmin(payment.status) && can(actor, 'payment:giveBack', payment);
  return {
    ...whole,
    named,
    currency: toCurrency(payment.currency),
    refundable: isOpen ? refundable(payment) : 0,
  };
}
