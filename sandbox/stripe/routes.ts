import { accountRoutes } from '@/sandbox/stripe/resources/accounts';
import { balanceRoutes } from '@/sandbox/stripe/resources/balance';
import { chargeRoutes } from '@/sandbox/stripe/resources/charges';
import { checkoutRoutes } from '@/sandbox/stripe/resources/checkout-sessions';
import { customerRoutes } from '@/sandbox/stripe/resources/customers';
import { balanceSettingsRoutes } from '@/sandbox/stripe/resources/balance-settings';
import { disputeRoutes } from '@/sandbox/stripe/resources/disputes';
import { eventRoutes } from '@/sandbox/stripe/resources/events';
import { paymentIntentRoutes } from '@/sandbox/stripe/resources/payment-intents';
import { paymentMethodRoutes } from '@/sandbox/stripe/resources/payment-methods';
import { payoutRoutes } from '@/sandbox/stripe/resources/payouts';
import { refundRoutes } from '@/sandbox/stripe/resources/refunds';
import { setupIntentRoutes } from '@/sandbox/stripe/resources/setup-intents';
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
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...payoutRoutes,
  ...refundRoutes,
  ...setupIntentRoutes,
  ...transferRoutes,
];
