import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { PortalRecord } from '@/sandbox/stripe/billing/records';
import { newStripeId } from '@/sandbox/stripe/ids';
import { text, type ParamsOf } from '@/sandbox/stripe/inputs';
import { requireCustomer } from '@/sandbox/stripe/resources/customers';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

function renderPortal(publicUrl: string, record: PortalRecord): Stripe.BillingPortal.Session {
  return {
    id: record.id,
    object: 'billing_portal.session',
    configuration: 'bpc_1sandbox',
    created: record.created,
    customer: record.customer,
    customer_account: null,
    flow: null,
    livemode: false,
    locale: record.locale,
    on_behalf_of: null,
    return_url: record.returnUrl,
    url: `${publicUrl}/p/session/${record.id}`,
  };
}

export const portalRoutes: Route[] = [
  defineRoute(
    'POST',
    '/v1/billing_portal/sessions',
    z.strictObject({
      customer: text,
      return_url: z.url().optional(),
      locale: text.optional(),
    } satisfies ParamsOf<Stripe.BillingPortal.SessionCreateParams>),
    (call, _path, given) => {
      const customer = requireCustomer(call, given.customer);
      const record = call.store.portals.save({
        id: newStripeId('bps'),
        account: call.account,
        created: call.now,
        customer: customer.id,
        returnUrl: given.return_url ?? null,
        locale: given.locale ?? null,
      });
      return renderPortal(call.sandbox.publicUrl, record);
    },
  ),
];
