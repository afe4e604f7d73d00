import { accountRoutes } from '@/sandbox/stripe/resources/accounts';
import { balanceRoutes } from '@/sandbox/stripe/resources/balance';
import { chargeRoutes } from '@/sandbox/stripe/resources/charges';
import { checkoutRoutes } from '@/sandbox/stripe/resources/checkout-sessions';
import { customerRoutes } from '@/sandbox/stripe/resources/customers';
import { balanceSettingsRoutes } from '@/sandbox/stripe/resources/balance-settings';
import { disputeRoutes } from '@/sandbox/stripe/resources/disputes';
import { eventRoutes } from '@/sandbox/stripe/resources/events';
import { invoiceRoutes } from '@/sandbox/stripe/resources/invoices';
import { paymentIntentRoutes } from '@/sandbox/stripe/resources/payment-intents';
import { paymentMethodRoutes } from '@/sandbox/stripe/resources/payment-methods';
import { portalRoutes } from '@/sandbox/stripe/resources/portal-sessions';
import { productAndPriceRoutes } from '@/sandbox/stripe/resources/products';
import { payoutRoutes } from '@/sandbox/stripe/resources/payouts';
import { refundRoutes } from '@/sandbox/stripe/resources/refunds';
import { setupIntentRoutes } from '@/sandbox/stripe/resources/setup-intents';
import { subscriptionScheduleRoutes } from '@/sandbox/stripe/resources/subscription-schedules';
import { subscriptionRoutes } from '@/sandbox/stripe/resources/subscriptions';
import { transferRoutes } from '@/sandbox/stripe/resources/transfers';
import type { Route } from '@/sandbox/stripe/router';

/** Every endpoint of the sandbox. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...balanceRoutes,
  ...balanceSettingsRoutes,
  ...chargeRoutes,
  ...checkoutRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...invoiceRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...portalRoutes,
  ...productAndPriceRoutes,
  ...payoutRoutes,
  ...refundRoutes,
  ...setupIntentRoutes,
  ...subscriptionRoutes,
  ...subscriptionScheduleRoutes,
  ...transferRoutes,
];
