import { fingerprint } from '@/lib/payments/fingerprint';
import { defaultLocale, isLocale } from '@/lib/i18n/routing';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { isUnknownTo } from '@/lib/server/stripe/outcome';
import { deletePlanCustomer, findPlanCustomer, insertPlanCustomer } from './repository';
import type { PlanBuyer } from './types';

/**
 * The practice as a customer of the payment service, made on first use. `gone` is one that it replaces; it marks the key,
 * and so does the attempt, since a broken answer is repeated for its key.
 */
async function customerOf(buyer: PlanBuyer, attempt: string, gone?: string): Promise<string> {
  const known = await findPlanCustomer(db(), buyer.providerId);
  if (known !== null) return known;
  const said = {
    email: buyer.email,
    name: buyer.name,
    locale: isLocale(buyer.locale) ? buyer.locale : defaultLocale,
    metadata: { providerId: buyer.providerId },
  };
  const key = `pc:${buyer.providerId}:${fingerprint({ ...said, gone, attempt })}`;
  const { id } = await stripeGateway().createCustomer({ key, ...said });
  await insertPlanCustomer(db(), buyer.providerId, id);
  return (await findPlanCustomer(db(), buyer.providerId)) ?? id;
}

/** Runs a call for the practice's customer; one that was deleted at the payment service by hand is made anew, once. */
export async function withPlanCustomer<T>(
  buyer: PlanBuyer,
  attempt: string,
  call: (customerId: string) => Promise<T>,
): Promise<T> {
  const customerId = await customerOf(buyer, attempt);
  try {
    return await call(customerId);
  } catch (error) {
    if (!isUnknownTo(error, 'customer')) throw error;
    await deletePlanCustomer(db(), buyer.providerId, customerId);
    return call(await customerOf(buyer, attempt, customerId));
  }
}

/**
 * The tax rate on what a provider pays: the operator's VAT; null under reverse charge, and where the operator charges
 * none.
 */
export async function planTax({
  isReverseCharge,
}: Pick<PlanBuyer, 'isReverseCharge'>): Promise<string | null> {
  const { COMMISSION_VAT_BPS: bps, OPERATOR_COUNTRY: country } = env();
  if (isReverseCharge || bps === 0) return null;
  return stripeGateway().ensureTaxRate({ bps, country, name: 'VAT' });
}
