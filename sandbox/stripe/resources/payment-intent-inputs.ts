import type { Stripe } from 'stripe';
import { z } from 'zod';
import { amount, currency, flag, metadata, type ParamsOf, text } from '@/sandbox/stripe/inputs';

export const common = {
  description: text.optional(),
  receipt_email: text.optional(),
  metadata: metadata.optional(),
  transfer_group: text.optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
  statement_descriptor_suffix: text.optional(),
  customer: text.optional(),
  payment_method: text.optional(),
} satisfies ParamsOf<Stripe.PaymentIntentUpdateParams>;

export const confirmation = {
  payment_method: text.optional(),
  off_session: flag.optional(),
  return_url: text.optional(),
  error_on_requires_action: flag.optional(),
} satisfies ParamsOf<Stripe.PaymentIntentConfirmParams>;

export const createInput = z.strictObject({
  amount,
  currency,
  ...common,
  ...confirmation,
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).default('automatic_async'),
  confirm: flag.optional(),
  allowed_payment_method_types: z.array(text).optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
} satisfies ParamsOf<Stripe.PaymentIntentCreateParams>);
