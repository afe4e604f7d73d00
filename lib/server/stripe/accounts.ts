import type { Stripe } from 'stripe';
import type { CheckoutLocale } from '@/lib/server/stripe/checkout';
import type { Currency } from '@/lib/shared/money';

export type RecipientInput = {
  key: string;
  email: string;
  displayName: string;
  /** ISO 3166, two letters. */
  country: string;
  /** What the platform transfers. */
  currency: Currency;
  locale: CheckoutLocale;
  metadata: Record<string, string>;
};

export type RecipientView = {
  id: string;
  /** Transfers may be sent: onboarding is complete and Stripe has no objection. */
  canReceiveTransfers: boolean;
  /** What Stripe still wants to know; empty when nothing. */
  dueFields: string[];
  isClosed: boolean;
  country: string | null;
};

export type AccountVerbs = {
  createCustomer: (input: {
    key: string;
    email: string;
    name: string;
    locale: CheckoutLocale;
    metadata: Record<string, string>;
  }) => Promise<{ id: string }>;
  /** A connected account that only receives transfers; the platform carries fees and losses. */
  createRecipientAccount: (input: RecipientInput) => Promise<RecipientView>;
  retrieveRecipientAccount: (accountId: string) => Promise<RecipientView>;
  /** Address of the hosted onboarding: works once and for a few minutes, so make it on click. */
  onboardingLink: (input: { accountId: string; refreshUrl: string; returnUrl: string }) => Promise<string>;
  /** Address of the provider's own dashboard at Stripe; make it on click. */
  dashboardLink: (accountId: string) => Promise<string>;
};

const include: Stripe.V2.Core.AccountRetrieveParams.Include[] = [
  'configuration.recipient',
  'identity',
  'requirements',
];

function toView(account: Stripe.V2.Core.Account): RecipientView {
  const transfers = account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers;
  return {
    id: account.id,
    canReceiveTransfers: transfers?.status === 'active' && account.closed !== true,
    dueFields: (account.requirements?.entries ?? [])
      .filter((entry) => entry.awaiting_action_from === 'user')
      .map((entry) => entry.description),
    isClosed: account.closed === true,
    country: account.identity?.country ?? null,
  };
}

function recipientParams(input: RecipientInput): Stripe.V2.Core.AccountCreateParams {
  return {
    contact_email: input.email,
    display_name: input.displayName,
    dashboard: 'express',
    identity: { country: input.country.toLowerCase(), entity_type: 'individual' },
    defaults: {
      currency: input.currency.toLowerCase(),
      locales: [input.locale],
      responsibilities: { fees_collector: 'application', losses_collector: 'application' },
    },
    configuration: {
      recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } },
    },
    metadata: input.metadata,
    include,
  };
}

export function accountVerbs(client: Stripe): AccountVerbs {
  return {
    createCustomer: async (input) => {
      const { email, name, metadata, locale } = input;
      const customer = await client.customers.create(
        { email, name, metadata, preferred_locales: [locale] },
        { idempotencyKey: input.key },
      );
      return { id: customer.id };
    },
    createRecipientAccount: async (input) =>
      toView(await client.v2.core.accounts.create(recipientParams(input), { idempotencyKey: input.key })),
    retrieveRecipientAccount: async (accountId) =>
      toView(await client.v2.core.accounts.retrieve(accountId, { include })),
    onboardingLink: async ({ accountId, refreshUrl, returnUrl }) => {
      const link = await client.v2.core.accountLinks.create({
        account: accountId,
        use_case: {
          type: 'account_onboarding',
          account_onboarding: { refresh_url: refreshUrl, return_url: returnUrl },
        },
      });
      return link.url;
    },
    dashboardLink: async (accountId) => (await client.accounts.createLoginLink(accountId)).url,
  };
}
