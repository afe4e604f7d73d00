import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { invalidRequest, StripeFault } from '@/sandbox/stripe/errors';
import { emitThin } from '@/sandbox/stripe/events';
import { newStripeId, newToken } from '@/sandbox/stripe/ids';
import { mergeMetadata, metadata, none, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import type { AccountRecord } from '@/sandbox/stripe/records';
import { renderAccount } from '@/sandbox/stripe/resources/account-view';
import { renderAccountLink, renderLoginLink } from '@/sandbox/stripe/resources/account-link-view';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

const include = z
  .array(
    z.enum([
      'configuration.customer',
      'configuration.merchant',
      'configuration.recipient',
      'defaults',
      'future_requirements',
      'identity',
      'requirements',
    ]),
  )
  .default([]);

const locale = z.enum(['de', 'de-DE', 'en', 'en-GB', 'fr', 'fr-FR', 'ru']);

const parts = {
  contact_email: text.optional(),
  contact_phone: text.optional(),
  display_name: text.optional(),
  dashboard: z.enum(['express', 'full', 'none']).optional(),
  metadata: metadata.optional(),
  identity: z
    .strictObject({
      country: z.string().length(2).optional(),
      entity_type: z.enum(['company', 'government_entity', 'individual', 'non_profit']).optional(),
    })
    .optional(),
  configuration: z
    .strictObject({
      recipient: z
        .strictObject({
          capabilities: z
            .strictObject({
              stripe_balance: z
                .strictObject({ stripe_transfers: z.strictObject({ requested: z.boolean() }).optional() })
                .optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
  defaults: z
    .strictObject({
      currency: text.optional(),
      locales: z.array(locale).optional(),
      responsibilities: z
        .strictObject({
          fees_collector: z.enum(['application', 'stripe']).optional(),
          losses_collector: z.enum(['application', 'stripe']).optional(),
        })
        .optional(),
    })
    .optional(),
  include,
} satisfies ParamsOf<Stripe.V2.Core.AccountCreateParams>;

const input = z.strictObject(parts);

export function requireAccount(call: Call, id: string): AccountRecord {
  const account = call.store.accounts.find(id);
  if (account) return account;
  throw new StripeFault(404, {
    type: 'invalid_request_error',
    code: 'not_found',
    message: `Account not found: '${id}'`,
  });
}

export function newAccount(call: Call, id: string): AccountRecord {
  return {
    id,
    account: null,
    created: call.now,
    email: null,
    phone: null,
    displayName: null,
    dashboard: null,
    currency: 'eur',
    locales: [],
    responsibilities: {
      fees_collector: 'stripe',
      losses_collector: 'stripe',
      requirements_collector: 'stripe',
    },
    country: null,
    entityType: null,
    metadata: {},
    recipientRequested: false,
    transfersRequested: false,
    person: null,
    closed: false,
  };
}

function apply(account: AccountRecord, given: z.output<typeof input>): AccountRecord {
  const recipient = given.configuration?.recipient;
  return {
    ...account,
    email: given.contact_email ?? account.email,
    phone: given.contact_phone ?? account.phone,
    displayName: given.display_name ?? account.displayName,
    dashboard: given.dashboard ?? account.dashboard,
    currency: given.defaults?.currency ?? account.currency,
    locales: given.defaults?.locales ?? account.locales,
    responsibilities: {
      fees_collector:
        given.defaults?.responsibilities?.fees_collector ??
        account.responsibilities.fees_collector ??
        'stripe',
      losses_collector:
        given.defaults?.responsibilities?.losses_collector ??
        account.responsibilities.losses_collector ??
        'stripe',
      requirements_collector: 'stripe',
    },
    country: given.identity?.country?.toUpperCase() ?? account.country,
    entityType: given.identity?.entity_type ?? account.entityType,
    metadata: mergeMetadata(account.metadata, given.metadata),
    recipientRequested: account.recipientRequested || recipient !== undefined,
    transfersRequested:
      recipient?.capabilities?.stripe_balance?.stripe_transfers?.requested ?? account.transfersRequested,
  };
}

const linkOptions = z.strictObject({
  collection_options: z
    .strictObject({
      fields: z.enum(['currently_due', 'eventually_due']).optional(),
      future_requirements: z.enum(['include', 'omit']).optional(),
    })
    .optional(),
  refresh_url: z.url(),
  return_url: z.url().optional(),
});

const linkInput = z.strictObject({
  account: text,
  use_case: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('account_onboarding'), account_onboarding: linkOptions }),
    z.strictObject({ type: z.literal('account_update'), account_update: linkOptions }),
  ]),
});

/** An account link works once and for ten minutes. */
const linkLifetime = 10 * 60;

export const accountRoutes: Route[] = [
  defineRoute('POST', '/v2/core/accounts', input, (call, _path, given) => {
    const account = call.store.accounts.save(apply(newAccount(call, newStripeId('acct')), given));
    emitThin(call, 'v2.core.account.created', account.id, null);
    return renderAccount(account, given.include);
  }),
  defineRoute('GET', '/v2/core/accounts/:id', z.strictObject({ include }), (call, path, given) =>
    renderAccount(requireAccount(call, path.id), given.include),
  ),
  defineRoute('POST', '/v2/core/accounts/:id', input, (call, path, given) => {
    const account = call.store.accounts.save(apply(requireAccount(call, path.id), given));
    emitThin(call, 'v2.core.account.updated', account.id, null);
    return renderAccount(account, given.include);
  }),
  defineRoute('POST', '/v2/core/account_links', linkInput, (call, _path, given) => {
    const account = requireAccount(call, given.account);
    const options =
      given.use_case.type === 'account_onboarding'
        ? given.use_case.account_onboarding
        : given.use_case.account_update;
    const link = call.store.links.save({
      id: newToken(),
      account: null,
      created: call.now,
      target: account.id,
      purpose: given.use_case.type,
      returnUrl: options.return_url ?? null,
      refreshUrl: options.refresh_url,
      expiresAt: call.now + linkLifetime,
      used: false,
    });
    return renderAccountLink(call.sandbox.publicUrl, link);
  }),
  defineRoute('POST', '/v1/accounts/:id/login_links', none, (call, path) => {
    const account = requireAccount(call, path.id);
    if (account.dashboard !== 'express' || account.person === null) {
      throw invalidRequest('Cannot create a login link for an account that has not completed onboarding.');
    }
    const link = call.store.links.save({
      id: newToken(),
      account: null,
      created: call.now,
      target: account.id,
      purpose: 'login',
      returnUrl: null,
      refreshUrl: null,
      expiresAt: call.now + linkLifetime,
      used: false,
    });
    return renderLoginLink(call.sandbox.publicUrl, link);
  }),
];
