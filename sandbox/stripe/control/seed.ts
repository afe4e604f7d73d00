import { inTransaction } from '@/sandbox/http/database';
import { moveFunds } from '@/sandbox/stripe/balance';
import { type Call, internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { seedPrice, seedSubscription, seedTaxRate } from '@/sandbox/stripe/control/seed-billing';
import type { Seed } from '@/sandbox/stripe/control/seed-input';
import { seedMethod, seedPayment } from '@/sandbox/stripe/control/seed-payment';
import { newAccount } from '@/sandbox/stripe/resources/accounts';
import { renderBalance, renderBalanceTransaction } from '@/sandbox/stripe/resources/balance';
import { createReversal, writeTransfer } from '@/sandbox/stripe/transfer-flow';

function seedAccount(call: Call, given: Seed['accounts'][number]): void {
  const { id, email, displayName, country, metadata: data } = given;
  call.store.accounts.save({
    ...newAccount(call, id),
    email,
    displayName,
    country,
    metadata: data,
    dashboard: 'express',
    responsibilities: {
      fees_collector: 'application',
      losses_collector: 'application',
      requirements_collector: 'stripe',
    },
    entityType: 'individual',
    recipientRequested: true,
    transfersRequested: true,
    person: given.onboarded
      ? {
          givenName: given.givenName,
          surname: given.surname,
          line1: '12 rue des Lilas',
          postalCode: '75011',
          city: 'Paris',
          birth: { year: 1985, month: 4, day: 12 },
          ibanLast4: '3000',
        }
      : null,
  });
}

function seedCustomer(call: Call, given: Seed['customers'][number]): void {
  const { id, email, name, metadata: data } = given;
  call.store.customers.save({
    id,
    account: null,
    created: call.now,
    email,
    name,
    phone: null,
    description: null,
    metadata: data,
    locales: [],
    defaultPaymentMethod: null,
    deleted: false,
  });
  if (given.paymentMethod !== undefined) seedMethod(call, given.paymentMethod, id, name, email);
}

function seedRefund(call: Call, given: Seed['refunds'][number]): void {
  const charge = call.store.charges.find(given.charge);
  if (charge === undefined) throw new Error(`refund ${given.id}: no charge ${given.charge}`);
  if (charge.amountRefunded + given.amount > charge.amountCaptured) {
    throw new Error(`refund ${given.id}: more than was captured`);
  }
  const balance = moveFunds(call, {
    id: given.balanceTransaction,
    account: null,
    type: 'refund',
    amount: -given.amount,
    currency: charge.currency,
    availableOn: call.now,
    source: given.id,
    description: 'REFUND FOR CHARGE',
  });
  call.store.charges.save({ ...charge, amountRefunded: charge.amountRefunded + given.amount });
  call.store.refunds.save({
    id: given.id,
    account: null,
    created: call.now,
    charge: charge.id,
    intent: charge.intent,
    amount: given.amount,
    currency: charge.currency,
    status: 'succeeded',
    reason: 'requested_by_customer',
    metadata: given.metadata,
    balanceTransaction: balance.id,
  });
}

function seedTransfer(call: Call, given: Seed['transfers'][number]): void {
  if (call.store.accounts.find(given.destination) === undefined) {
    throw new Error(`transfer ${given.id}: no account ${given.destination}`);
  }
  const source =
    given.sourceTransaction === undefined ? undefined : call.store.charges.find(given.sourceTransaction);
  const funding = source?.balanceTransaction
    ? call.store.balances.find(source.balanceTransaction)
    : undefined;
  writeTransfer(
    call,
    {
      amount: given.amount,
      currency: given.currency,
      destination: given.destination,
      sourceTransaction: given.sourceTransaction ?? null,
      transferGroup: given.transferGroup ?? null,
      description: null,
      metadata: given.metadata,
    },
    {
      id: given.id,
      balanceTransaction: given.balanceTransaction,
      availableOn: Math.max(call.now, funding?.availableOn ?? call.now),
      silent: true,
    },
  );
}

function seedReversal(call: Call, given: Seed['reversals'][number]): void {
  const transfer = call.store.transfers.find(given.transfer);
  if (transfer === undefined) throw new Error(`reversal ${given.id}: no transfer ${given.transfer}`);
  createReversal(call, transfer, {
    amount: given.amount,
    metadata: given.metadata,
    id: given.id,
    silent: true,
    balanceTransaction: given.balanceTransaction,
  });
}

type Step = { id: string; created: number; run: (call: Call) => void };

function stepsOf(given: Seed): Step[] {
  const step =
    <T extends { id: string; created: number }>(write: (call: Call, item: T) => void) =>
    (item: T): Step => ({ id: item.id, created: item.created, run: (call) => write(call, item) });
  return [
    ...given.accounts.map(step(seedAccount)),
    ...given.customers.map(step(seedCustomer)),
    ...given.taxRates.map(step(seedTaxRate)),
    ...given.prices.map(step(seedPrice)),
    ...given.payments.map(step(seedPayment)),
    ...given.refunds.map(step(seedRefund)),
    ...given.transfers.map(step(seedTransfer)),
    ...given.reversals.map(step(seedReversal)),
    ...given.subscriptions.map(step(seedSubscription)),
  ];
}

/** Books the prepared past in one transaction and answers the resulting balance. */
export function seed(sandbox: Sandbox, given: Seed): object {
  const call = internalCall(sandbox);
  let written = 0;
  inTransaction(sandbox.store.db, () => {
    const known = sandbox.store.db.prepare('SELECT 1 FROM records WHERE id = ?');
    for (const item of stepsOf(given)) {
      if (known.get(item.id) !== undefined) continue;
      item.run({ ...call, now: item.created });
      written += 1;
    }
  });
  const sources = new Set([
    ...given.payments.map((item) => item.charge),
    ...given.refunds.map((item) => item.id),
    ...given.transfers.map((item) => item.id),
    ...given.reversals.map((item) => item.id),
  ]);
  const booked = sandbox.store.balances
    .all()
    .filter((record) => record.account === null && record.source !== null && sources.has(record.source));
  return {
    written,
    balance: renderBalance(sandbox.store, null, call.now),
    balanceTransactions: booked.map((record) => renderBalanceTransaction(record, call.now)),
  };
}
