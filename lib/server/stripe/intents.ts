import type { Stripe } from 'stripe';
import type { Money } from '@/lib/shared/money';
import { idOf, toDate } from '@/lib/server/stripe/client';
import { attempt, type StripeOutcome } from '@/lib/server/stripe/outcome';

export type IntentStatus = 'canceled' | 'processing' | 'authorised' | 'succeeded' | 'waiting';

export type IntentView = {
  id: string;
  /** `authorised` is reserved, not captured; `waiting` covers everything before an outcome. */
  status: IntentStatus;
  amount: number;
  amountReceived: number;
  amountRefunded: number;
  /** ISO code in upper case, as in `Money`. */
  currency: string;
  customerId: string | null;
  paymentMethodId: string | null;
  chargeId: string | null;
  transferGroup: string | null;
  metadata: Record<string, string>;
  /** A bank disputes, or has disputed, the charge. */
  isDisputed: boolean;
  /** Present once the money was captured. */
  funds: { balanceTransactionId: string; fee: number; net: number; availableAt: Date } | null;
};

export type SetupView = { id: string; paymentMethodId: string | null; metadata: Record<string, string> };

export type OffSessionInput = {
  key: string;
  customerId: string;
  paymentMethodId: string;
  amount: Money;
  transferGroup: string;
  metadata: Record<string, string>;
};

const expand = ['latest_charge.balance_transaction'];

function toStatus(status: Stripe.PaymentIntent.Status): IntentStatus {
  if (status === 'canceled') return 'canceled';
  if (status === 'processing') return 'processing';
  if (status === 'succeeded') return 'succeeded';
  return status === 'requires_capture' ? 'authorised' : 'waiting';
}

function toFunds(charge: Stripe.Charge | null): IntentView['funds'] {
  const balance = charge?.balance_transaction;
  if (balance === null || balance === undefined || typeof balance === 'string') return null;
  return {
    balanceTransactionId: balance.id,
    fee: balance.fee,
    net: balance.net,
    availableAt: toDate(balance.available_on),
  };
}

function toView(intent: Stripe.PaymentIntent): IntentView {
  const charge =
    intent.latest_charge === null || typeof intent.latest_charge === 'string' ? null : intent.latest_charge;
  const isRefund = intent.status === 'succeeded';
  return {
    id: intent.id,
    status: toStatus(intent.status),
    amount: intent.amount,
    amountReceived: intent.amount_received,
    amountRefunded: isRefund ? (charge?.amount_refunded ?? 0) : 0,
    currency: intent.currency.toUpperCase(),
    customerId: idOf(intent.customer),
    paymentMethodId: idOf(intent.payment_method),
    chargeId: idOf(intent.latest_charge),
    transferGroup: intent.transfer_group,
    metadata: intent.metadata,
    isDisputed: charge?.disputed ?? false,
    funds: toFunds(charge),
  };
}

export type IntentVerbs = {
  retrieveIntent: (intentId: string) => Promise<IntentView>;
  /** Takes reserved money; `alreadyCaptured` or `alreadyCanceled` when it is too late. */
  capture: (intentId: string, key: string) => Promise<StripeOutcome<IntentView>>;
  /** Lets reserved money go; `alreadyCaptured` when it was taken, `alreadyCanceled` when it was let go before. */
  cancelIntent: (intentId: string, key: string) => Promise<StripeOutcome<IntentView>>;
  /** Charges a stored card while its holder is away. */
  chargeOffSession: (input: OffSessionInput) => Promise<StripeOutcome<IntentView>>;
  /** The intents of a customer, newest first, to find a charge whose answer was lost. */
  listIntents: (customerId: string) => Promise<IntentView[]>;
  /** A card that its holder left for later charges; null while they have not finished. */
  retrieveSetup: (setupIntentId: string) => Promise<SetupView>;
  /** Forgets a stored card; `refused` when it was forgotten before. */
  detachCard: (paymentMethodId: string, key: string) => Promise<StripeOutcome<null>>;
};

export function intentVerbs(client: Stripe): IntentVerbs {
  return {
    retrieveIntent: async (intentId) => toView(await client.paymentIntents.retrieve(intentId, { expand })),
    capture: (intentId, key) =>
      attempt(async () =>
        toView(await client.paymentIntents.capture(intentId, { expand }, { idempotencyKey: key })),
      ),
    cancelIntent: (intentId, key) =>
      attempt(async () =>
        toView(await client.paymentIntents.cancel(intentId, { expand }, { idempotencyKey: key })),
      ),
    chargeOffSession: (input) =>
      attempt(async () =>
        toView(
          await client.paymentIntents.create(
            {
              amount: input.amount.amount,
              currency: input.amount.currency.toLowerCase(),
              customer: input.customerId,
              payment_method: input.paymentMethodId,
              allowed_payment_method_types: ['card'],
              capture_method: 'automatic',
              off_session: true,
              confirm: true,
              transfer_group: input.transferGroup,
              metadata: input.metadata,
              expand,
            },
            { idempotencyKey: input.key },
          ),
        ),
      ),
    listIntents: async (customerId) => {
      const intents: IntentView[] = [];
      for await (const intent of client.paymentIntents.list({ customer: customerId, limit: 100 }))
        intents.push(toView(intent));
      return intents;
    },
    retrieveSetup: async (setupIntentId) => {
      const setup = await client.setupIntents.retrieve(setupIntentId);
      return {
        id: setup.id,
        paymentMethodId: setup.status === 'succeeded' ? idOf(setup.payment_method) : null,
        metadata: setup.metadata ?? {},
      };
    },
    detachCard: (paymentMethodId, key) =>
      attempt(async () => {
        await client.paymentMethods.detach(paymentMethodId, {}, { idempotencyKey: key });
        return null;
      }),
  };
}
