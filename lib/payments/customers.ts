import type { Database } from '@/lib/server/db/client';

/** The payment service's customer of an account. */
export async function findCustomerId(database: Database, accountId: string): Promise<string | null> {
  const row = await database.account.findUnique({
    where: { id: accountId },
    select: { stripeCustomerId: true },
  });
  return row?.stripeCustomerId ?? null;
}

export async function storeCustomerId(
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
export async function forgetCustomerId(
  database: Database,
  accountId: string,
  stripeCustomerId: string,
): Promise<void> {
  await database.account.updateMany({
    where: { id: accountId, stripeCustomerId },
    data: { stripeCustomerId: null },
  });
}
