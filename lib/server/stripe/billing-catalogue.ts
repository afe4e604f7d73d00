import type { Stripe } from 'stripe';
import type { Money } from '@/lib/shared/money';
import { attempt } from '@/lib/server/stripe/outcome';

export type PlanPriceInput = {
  planCode: string;
  /** As it stands on invoices. */
  name: string;
  /** Without VAT. */
  fee: Money;
  interval: 'month' | 'year';
};

/** A rate of tax on top of a price, such as 1900 basis points in FR. */
export type TaxRateInput = { bps: number; country: string; name: string };

export type BillingCatalogueVerbs = {
  /**
   * The recurring price of a plan, made on first use. Its lookup key holds plan, interval, currency and amount: another fee
   * is another price, and who pays the old one goes on with it.
   */
  ensurePlanPrice: (input: PlanPriceInput) => Promise<string>;
  /** The tax rate for what a plan costs, made on first use. */
  ensureTaxRate: (input: TaxRateInput) => Promise<string>;
};

/** The id of a plan's product at the payment service. */
export const productOf = (planCode: string) => `consilia_plan_${planCode}`;

/** What a price is found by. */
export function lookupKeyOf({
  planCode,
  interval,
  fee,
}: Pick<PlanPriceInput, 'planCode' | 'interval' | 'fee'>): string {
  return `plan:${planCode}:${interval}:${fee.currency.toLowerCase()}:${fee.amount}`;
}

/** What a tax rate is found by. */
export const taxMark = ({ bps, country }: Pick<TaxRateInput, 'bps' | 'country'>) => `${country}:${bps}`;

async function findPrice(client: Stripe, lookupKey: string): Promise<string | undefined> {
  const { data } = await client.prices.list({ lookup_keys: [lookupKey], active: true });
  return data[0]?.id;
}

async function createPrice(client: Stripe, input: PlanPriceInput): Promise<string> {
  const { planCode, name, fee, interval } = input;
  const product = productOf(planCode);
  // A product that is there already is the one; its name was given once. Id and lookup key keep both from being doubled.
  await attempt(() => client.products.create({ id: product, name, metadata: { planCode } }));
  const lookupKey = lookupKeyOf(input);
  const made = await attempt(() =>
    client.prices.create({
      product,
      currency: fee.currency.toLowerCase(),
      unit_amount: fee.amount,
      recurring: { interval },
      tax_behavior: 'exclusive',
      lookup_key: lookupKey,
      metadata: { planCode },
    }),
  );
  const id = made.ok ? made.value.id : await findPrice(client, lookupKey);
  if (id === undefined) throw new Error(`no price ${lookupKey}`);
  return id;
}

async function findTaxRate(client: Stripe, mark: string): Promise<string | undefined> {
  for await (const rate of client.taxRates.list({ active: true, inclusive: false, limit: 100 }))
    if (rate.metadata?.mark === mark) return rate.id;
  return undefined;
}

export function billingCatalogueVerbs(client: Stripe): BillingCatalogueVerbs {
  return {
    ensurePlanPrice: async (input) =>
      (await findPrice(client, lookupKeyOf(input))) ?? (await createPrice(client, input)),
    ensureTaxRate: async ({ bps, country, name }) => {
      const mark = taxMark({ bps, country });
      const known = await findTaxRate(client, mark);
      if (known !== undefined) return known;
      const made = await client.taxRates.create({
        display_name: name,
        percentage: bps / 100,
        inclusive: false,
        country,
        tax_type: 'vat',
        metadata: { mark },
      });
      return made.id;
    },
  };
}
