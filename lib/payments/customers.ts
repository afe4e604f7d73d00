import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { type Database, db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { isUnknownTo } from '@/lib/server/stripe/outcome';
import { fingerprint } from './fingerprint';

/** Whoever pays, as the payment service knows them. */
export type Customer = {
  accountId: string;
  email: string;
  name: string;
  locale: 'fr' | 'ru' | 'de' | 'en';
  /** Marks the try: a broken answer is repeated for its key, so the next try needs another one. */
  attempt: string;
};

/**
 * Runs a call for an account's customer, made on first use. One that the service no longer knows, for instance deleted
 * there by hand, is made anew, once.
 */
export async function withCustomer<T>(
  customer: Customer,
  call: (customerId: string) => Promise<T>,
): Promise<T> {
  const customerId = await customerIdOf(customer);
  try {
    return await call(customerId);
  } catch (error) {
    if (!isUnknownTo(error, 'customer')) throw error;
    await forgetCustomerId(db(), customer.accountId, customerId);
    return call(await customerIdOf(customer, customerId));
  }
}

/**
 * `gone`: the customer that this one replaces. It marks the key, which else would answer with that customer again. Of two
 * that are made at once one is kept.
 */
async function customerIdOf(
  { accountId, email, name, locale, attempt }: Customer,
  gone?: string,
): Promise<string> {
  const known = await findCustomerId(db(), accountId);
  if (known) return known;
  const said = { email, name, locale, metadata: { accountId } };
  const key = idempotencyKey.customer(accountId, fingerprint({ ...said, gone, attempt }));
  const { id } = await stripeGateway().createCustomer({ key, ...said });
  await storeCustomerId(db(), accountId, id);
  return (await findCustomerId(db(), accountId)) ?? id;
}

/** The payment service's customer of an account. */
export async function findCustomerId(database: Database, accountId: string): Promise<string | null> {
  const row = await database.account.findUnique({
    where: { id: accountId },
    select: { stripeCustomerId: true },
  });
  return row?.stripeCustomerId ?? null;
}

async function storeCustomerId(
  database: Database,
  accountId: string,
  stripeCustomerId: string,
): Promise<void> {
  await database.account.updateMany({
    where: { id: accountId, stripeCustomerId: null },
    data: { stripeCustomerId },
  });
}

/** Forgets a customer that the payment service no longer knows. */
async function forgetCustomerId(
  database: Database,
  accountId: string,
  stripeCustomerId: string,
): Promise<void> {
  await database.account.updateMany({
    where: { id: accountId, stripeCustomerId },
    data: { stripeCustomerId: null },
  });
}
